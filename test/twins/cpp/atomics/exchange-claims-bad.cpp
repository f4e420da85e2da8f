// Every thread that sees the claim flag clear takes the job; test and set are two steps.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<bool> claimed{false};
static int owner_count;

static void claim()
{
    if (!claimed.load())
    {
        std::this_thread::yield();
        claimed.store(true);
        ++owner_count;  // BUG: unlocked-global
    }
}

int main()
{
    std::thread a(claim);
    std::thread b(claim);
    std::thread c(claim);
    a.join();
    b.join();
    c.join();
    std::printf("owned by %d\n", owner_count);
    return 0;
}
