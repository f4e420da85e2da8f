// The store happens only if try_lock_for says yes.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

using namespace std::chrono_literals;

static std::timed_mutex arm_mutex;
static int arm_angle;

static void turn(int degrees)
{
    const bool got = arm_mutex.try_lock_for(1ms);
    if (got)
    {
        arm_angle += degrees;
        arm_mutex.unlock();
    }
}

int main()
{
    std::thread slow([] {
        std::lock_guard<std::timed_mutex> hold(arm_mutex);
        std::this_thread::sleep_for(20ms);
        arm_angle = 0;
    });
    std::thread quick([] {
        for (int i = 0; i < 3; ++i)
            turn(15);
    });
    slow.join();
    quick.join();
    std::printf("angle %d\n", arm_angle);
}
