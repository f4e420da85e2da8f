// The shared lock is still held at the exclusive one. tsan-cannot-see: hangs, only with an argument
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
    std::unique_lock<std::shared_mutex> writing(quota_mutex);  // BUG: lock-order-inversion
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
