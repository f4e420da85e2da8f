// The guard has no name, so it is a temporary that unlocks at the semicolon.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex cache_mutex;
static int cache_hits;
static int cache_misses;

static void lookup(int key)
{
    std::lock_guard<std::mutex>{cache_mutex};
    if (key % 2)
        ++cache_hits;    // BUG: unlocked-global
    else
        ++cache_misses;  // BUG: unlocked-global
}

int main()
{
    auto work = [] {
        for (int key = 0; key < 5000; ++key)
            lookup(key);
    };
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    std::printf("%d hits, %d misses\n", cache_hits, cache_misses);
}
