// Both threads get the global vector by std::cref and only look at it.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <thread>
#include <vector>

static std::vector<int> marks{3, 1, 2, 5, 4};

static void sum_up(const std::vector<int> &values, int &result)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        result += values[i];
}

static void find_largest(const std::vector<int> &values, int &result)
{
    result = *std::max_element(values.begin(), values.end());
}

int main()
{
    int sum = 0;
    int largest = 0;
    std::thread a(sum_up, std::cref(marks), std::ref(sum));
    std::thread b(find_largest, std::cref(marks), std::ref(largest));
    a.join();
    b.join();
    std::printf("sum %d, largest %d\n", sum, largest);
    return 0;
}
