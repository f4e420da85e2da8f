// missed-alarm-today: The packaged_task runs in a thread and main does not wait for its future.
#include <cstdio>
#include <future>
#include <thread>
#include <utility>
#include <vector>

static std::vector<int> divisors;

static int factorise(int n)
{
    for (int d = 1; d <= n; ++d)
        if (n % d == 0)
            divisors.push_back(d);  // BUG: unlocked-global
    return n;
}

int main()
{
    std::packaged_task<int(int)> task(factorise);
    std::future<int> result = task.get_future();
    std::thread runner(std::move(task), 60);

    const std::size_t n = divisors.size();  // BUG: unlocked-global
    result.wait();
    std::printf("%zu divisors\n", n);
    runner.join();
    return 0;
}
