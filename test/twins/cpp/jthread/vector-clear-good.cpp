// Clearing the vector of jthreads joins them all, and only then the sum is read.
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

static std::mutex sum_mutex;
static int sum;

static void add_square(int n)
{
    std::lock_guard lock(sum_mutex);
    sum += n * n;
}

int main()
{
    std::vector<std::jthread> crew;
    for (int i = 1; i <= 4; ++i)
        crew.emplace_back(add_square, i);

    crew.clear();
    int result = sum;

    std::printf("sum of squares %d\n", result);
}
