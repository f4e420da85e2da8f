// A detached thread counts on an atomic global while main stores to it.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

static std::atomic<int> heartbeat;

static void pulse()
{
    for (int i = 0; i < 5; ++i)
    {
        ++heartbeat;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

int main()
{
    std::thread(pulse).detach();
    heartbeat = 1000;
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    std::puts("bye");
    return 0;
}
