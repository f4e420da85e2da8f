// Assigning an empty unique_lock over the held one unlocks the mutex before the write.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex clock_mutex;
static long clock_now;

static void advance(long seconds)
{
    std::unique_lock<std::mutex> lock{clock_mutex};
    const long next = clock_now + seconds;
    lock = {};
    clock_now = next;  // BUG: unlocked-global
}

int main()
{
    std::thread hour([] { advance(3600); });
    std::thread minute([] { advance(60); });
    hour.join();
    minute.join();
    std::printf("clock %ld\n", clock_now);
    return 0;
}
