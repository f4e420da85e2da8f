// The loop around try_lock gives up after some rounds and returns.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex lamp_mutex;
static int lamp_switches;

static void toggle()
{
    int rounds = 0;
    while (!lamp_mutex.try_lock())
        if (++rounds == 3)
            return;
    lamp_switches++;
    if (rounds < 3)
        lamp_mutex.unlock();
}

int main()
{
    auto child = [] {
        for (int i = 0; i < 10000; ++i)
            toggle();
    };
    std::thread ann(child);
    std::thread ben(child);
    ann.join();
    ben.join();
    std::printf("%d switches\n", lamp_switches);
    return 0;
}
