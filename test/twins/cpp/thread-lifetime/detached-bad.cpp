// A detached thread counts on while main stores to the same global.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

static int heartbeat;

static void pulse()
{
    for (int i = 0; i < 5; ++i)
    {
        ++heartbeat;  // BUG: unlocked-global
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

int main()
{
    std::thread(pulse).detach();
    heartbeat = 1000;  // BUG: unlocked-global
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    std::puts("bye");
    return 0;
}
