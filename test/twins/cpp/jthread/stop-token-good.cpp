// A jthread ticks until stop is requested; main reads the tick count after request_stop and join.
#include <chrono>
#include <cstdio>
#include <thread>

static long ticks;

static void metronome(std::stop_token token)
{
    while (!token.stop_requested())
    {
        ++ticks;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

int main()
{
    std::jthread beat(metronome);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    beat.request_stop();
    beat.join();
    const long seen = ticks;
    std::printf("%ld ticks\n", seen);
    return 0;
}
