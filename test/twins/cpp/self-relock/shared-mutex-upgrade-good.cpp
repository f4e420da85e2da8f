// The shared lock is given up before the exclusive one is taken.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

static std::shared_mutex quota_mutex;
static int quota = 5;

static void grow_if_small(int wanted)
{
    std::shared_lock<std::shared_mutex> reading(quota_mutex);
    if (quota >= wanted)
        return;
    reading.unlock();
    std::unique_lock<std::shared_mutex> writing(quota_mutex);
    quota = wanted;
}

int main(int argc, char **)
{
    std::thread a(grow_if_small, 3);
    std::thread b(grow_if_small, 5 * argc);
    a.join();
    b.join();
    std::printf("quota %d\n", quota);
    return 0;
}
