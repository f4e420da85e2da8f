// The stop flag is an atomic bool.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

static std::atomic<bool> stop_requested{false};

static void patrol()
{
    int rounds = 0;
    while (!stop_requested && rounds < 1000)
    {
        ++rounds;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    std::printf("%s\n", rounds > 0 ? "patrolled" : "no patrol");
}

int main()
{
    std::thread guard(patrol);
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    stop_requested = true;
    guard.join();
    return 0;
}
