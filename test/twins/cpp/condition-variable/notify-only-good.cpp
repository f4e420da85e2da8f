// The waiting thread waits for the flag, which is set with the value under the mutex.
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
    tray = 5;
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
        while (!served)
            cv.wait_for(lock, std::chrono::milliseconds(1));
    }
    tray -= 1;
}

int main()
{
    std::thread guest(eat);
    std::thread chef(cook);
    guest.join();
    chef.join();
    std::printf("%d on the tray\n", tray);
}
