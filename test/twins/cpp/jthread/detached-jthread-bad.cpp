// missed-alarm-today: The jthread was detached, so the end of its block does not join it.
#include <chrono>
#include <cstdio>
#include <thread>

static int blinks;

static void blink()
{
    for (int i = 0; i < 6; ++i)
        ++blinks;  // BUG: unlocked-global
}

int main()
{
    {
        std::jthread led(blink);
        led.detach();
    }
    blinks = -blinks;  // BUG: unlocked-global
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    return 0;
}
