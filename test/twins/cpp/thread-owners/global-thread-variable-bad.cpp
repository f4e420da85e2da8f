// The thread lives in a global variable and shutdown() joins it, but main does not call that first.
#include <cstdio>
#include <thread>
#include <vector>

namespace service
{
static std::thread runner;
static std::vector<int> log;

static void boot()
{
    runner = std::thread([] {
        for (int i = 0; i < 5; ++i)
            log.push_back(i);  // BUG: unlocked-global
    });
}

static void shutdown()
{
    if (runner.joinable())
        runner.join();
}
}  // namespace service

int main()
{
    service::boot();
    service::log.push_back(-1);  // BUG: unlocked-global
    service::shutdown();
    std::printf("%zu entries\n", service::log.size());
}
