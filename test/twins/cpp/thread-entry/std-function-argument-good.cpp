// The std::function that is passed on to the thread is the one that leaves the global alone.
#include <cstdio>
#include <functional>
#include <thread>

static int alarms;

static std::thread run_later(std::function<void()> what)
{
    return std::thread([what] {
        for (int i = 0; i < 3; ++i)
            what();
    });
}

int main()
{
    std::function<void()> ring = [] { ++alarms; };
    std::function<void()> blink = [] { std::this_thread::yield(); };

    std::thread later = run_later(blink);
    ring();
    later.join();
    std::printf("%d alarms\n", alarms);
    return 0;
}
