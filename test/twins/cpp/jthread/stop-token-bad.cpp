// A jthread ticks until stop is requested; main reads the tick count right after request_stop.
#include <chrono>
#include <cstdio>
#include <thread>

static long ticks;

static void metronome(std::stop_token token)
{
    while (!token.stop_requested())
    {
        ++ticks;  // BUG: unlocked-global
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

int main()
{
    std::jthread beat(metronome);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    beat.request_stop();
    const long seen = ticks;  // BUG: unlocked-global
    std::printf("%ld ticks\n", seen);
    return 0;
}
