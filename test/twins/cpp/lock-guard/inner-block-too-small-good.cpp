// The guard's block spans both halves of the update.
#include <cstdio>
#include <mutex>
#include <thread>

struct Range
{
    int low = 0;
    int high = 0;
};

static std::mutex range_lock;
static Range range;

static void widen(int by)
{
    {
        std::lock_guard lock(range_lock);
        range.low -= by;
        range.high += by;
    }
}

int main()
{
    std::thread a(widen, 3);
    std::thread b(widen, 4);
    a.join();
    b.join();
    std::printf("[%d, %d]\n", range.low, range.high);
    return 0;
}
