// Two std::threads run the same function, which adds to a global without any lock.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex tally_mutex;
static long tally;

static void count_upto(int limit)
{
    for (int i = 0; i < limit; ++i)
    {
        tally += i;  // BUG: unlocked-global
    }
}

int main()
{
    std::thread first(count_upto, 100);
    std::thread second(count_upto, 200);
    first.join();
    second.join();

    std::lock_guard<std::mutex> guard(tally_mutex);
    std::printf("tally %ld\n", tally);
}
