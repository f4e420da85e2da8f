// The stop flag is a volatile bool, which is no synchronisation at all.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

static volatile bool stop_requested = false;

static void patrol()
{
    int rounds = 0;
    while (!stop_requested && rounds < 1000)  // BUG: unlocked-global
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
    stop_requested = true;  // BUG: unlocked-global
    guard.join();
    return 0;
}
