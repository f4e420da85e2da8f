// false-alarm-today: start() starts the worker only if none is there yet.
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
        ++ticks;
}

static void start()
{
    if (threads.empty())
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
