// The second thread gets the global vector by std::ref and sorts it while the first sums it up.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

static std::vector<int> marks{3, 1, 2, 5, 4};

static void sum_up(const std::vector<int> &values, int &result)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        result += values[i];  // BUG: unlocked-global
}

static void find_largest(std::vector<int> &values, int &result)
{
    std::sort(values.begin(), values.end());  // BUG: unlocked-global
    result = 5;
}

int main()
{
    int sum = 0;
    int largest = 0;
    std::thread a(sum_up, std::cref(marks), std::ref(sum));
    std::thread b(find_largest, std::ref(marks), std::ref(largest));
    a.join();
    b.join();
    std::printf("sum %d, largest %d\n", sum, largest);
    return 0;
}
