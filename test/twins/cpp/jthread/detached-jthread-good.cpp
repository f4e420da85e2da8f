// The jthread is joined at the end of its block.
#include <chrono>
#include <cstdio>
#include <thread>

static int blinks;

static void blink()
{
    for (int i = 0; i < 6; ++i)
        ++blinks;
}

int main()
{
    {
        std::jthread led(blink);
        led.request_stop();
    }
    blinks = -blinks;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return 0;
}
