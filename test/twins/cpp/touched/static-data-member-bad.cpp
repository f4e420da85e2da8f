// Two classes write one public static data member, one of them without its mutex.
#include <cstdio>
#include <mutex>
#include <thread>

struct Screen
{
    static std::mutex mutex;
    static int brightness;
};

std::mutex Screen::mutex;
int Screen::brightness = 50;

struct Keyboard
{
    void press()
    {
        std::lock_guard<std::mutex> lock(Screen::mutex);
        Screen::brightness += 10;
    }
};

struct LightSensor
{
    void measure(int lux)
    {
        Screen::brightness = lux / 4;  // BUG: unlocked-global
    }
};

int main()
{
    std::thread user([] { Keyboard().press(); });
    std::thread sun([] { LightSensor().measure(300); });
    user.join();
    sun.join();
    std::printf("brightness %d\n", Screen::brightness);
    return 0;
}
