// Only the first of the two mutexes that guard the table's halves is locked.
#include <cstdio>
#include <mutex>
#include <thread>

struct Half
{
    std::mutex mutex;
    int entries[2] = {0, 0};
};

static Half lower;
static Half upper;

static void set_lower(int value)
{
    std::lock_guard<std::mutex> lock(lower.mutex);
    lower.entries[0] = value;
}

static void set_upper(int value)
{
    std::lock_guard<std::mutex> lock(upper.mutex);
    upper.entries[1] = value;  // BUG: unlocked-global
}

static int total()
{
    std::lock_guard<std::mutex> first(lower.mutex);
    int sum = lower.entries[0];
    sum += upper.entries[1];  // BUG: unlocked-global
    return sum;
}

int main()
{
    std::thread a(set_lower, 4);
    std::thread b(set_upper, 5);
    const int sum = total();
    a.join();
    b.join();
    std::printf("%d, then %d\n", sum, total());
}
