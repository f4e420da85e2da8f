// start() may start the worker again although it has done so before.
#include <cstdio>
#include <thread>
#include <vector>

namespace daemon_process
{
static std::vector<std::thread> threads;
static int ticks;

static void tick()
{
    for (int i = 0; i < 20; ++i)
        ++ticks;  // BUG: unlocked-global
}

static void start()
{
    if (threads.size() < 2)
        threads.emplace_back(tick);
}

static void stop()
{
    for (auto &t : threads)
        t.join();
    threads.clear();
}
}  // namespace daemon_process

int main()
{
    daemon_process::start();
    daemon_process::start();
    daemon_process::stop();
    std::printf("%d ticks\n", daemon_process::ticks);
}
