// The waiting thread is woken without a flag, so it may come by with nothing handed over.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex m;
static std::condition_variable cv;
static bool served = false;
static int tray;

static void cook()
{
    tray = 5;  // BUG: unlocked-global
    {
        std::lock_guard<std::mutex> lock(m);
        served = true;
    }
    cv.notify_one();
}

static void eat()
{
    {
        std::unique_lock<std::mutex> lock(m);
        if (!served)
            cv.wait_for(lock, std::chrono::microseconds(1));
    }
    tray -= 1;  // BUG: unlocked-global
}

int main()
{
    std::thread guest(eat);
    std::thread chef(cook);
    guest.join();
    chef.join();
    std::printf("%d on the tray\n", tray);
}
