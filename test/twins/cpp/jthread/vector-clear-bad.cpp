// The vector of jthreads is cleared after the sum was read, so the read overlaps the workers.
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

    int result = sum;  // BUG: unlocked-global
    crew.clear();

    std::printf("sum of squares %d\n", result);
}
