// release() hands the mutex out and it is unlocked by hand before the write.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex gauge_mutex;
static double gauge;

static void set_gauge(double value)
{
    std::unique_lock<std::mutex> lock(gauge_mutex);
    std::mutex *raw = lock.release();
    raw->unlock();
    gauge = value;  // BUG: unlocked-global
}

int main()
{
    std::thread inside(set_gauge, 21.5);
    std::thread outside(set_gauge, -3.0);
    inside.join();
    outside.join();
    std::printf("gauge %.1f\n", gauge);
    return 0;
}
