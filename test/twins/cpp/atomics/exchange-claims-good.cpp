// exchange() lets just one thread claim the job, in one step.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<bool> claimed{false};
static int owner_count;

static void claim()
{
    if (!claimed.exchange(true))
    {
        ++owner_count;
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
