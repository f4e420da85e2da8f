// One of two functions sorts with the counting comparator while it does not hold the mutex.
#include <algorithm>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

static std::mutex sort_mutex;
static long comparisons;

static bool counting_less(int a, int b)
{
    ++comparisons;  // BUG: unlocked-global
    return a < b;
}

static int largest(std::vector<int> values)
{
    std::lock_guard<std::mutex> lock(sort_mutex);
    std::sort(values.begin(), values.end(), counting_less);
    return values.back();
}

static int smallest(std::vector<int> values)
{
    std::sort(values.begin(), values.end(), counting_less);
    return values.front();
}

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a] { a = largest({4, 8, 1, 9, 3}); });
    std::thread t([&b] { b = smallest({7, 2, 5}); });
    s.join();
    t.join();
    std::printf("%d %d, %ld comparisons\n", a, b, comparisons);
}
