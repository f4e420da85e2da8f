// The adopting guard ends its block, hence unlocks, before the access.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex door;
static int visitors;

static void enter(int group)
{
    door.lock();
    {
        std::unique_lock<std::mutex> hold(door, std::adopt_lock);
    }
    visitors += group;  // BUG: unlocked-global
}

int main()
{
    std::thread a([] {
        for (int g = 1; g < 5; ++g)
            enter(g);
    });
    std::thread b([] { enter(2); });
    a.join();
    b.join();
    std::printf("%d visitors\n", visitors);
}
