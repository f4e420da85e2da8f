// The access happens only if the try_to_lock guard owns the mutex.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex spool_mutex;
static int spooled;

static int flush_some(int wanted)
{
    int done = 0;
    for (int i = 0; i < wanted; ++i)
    {
        std::unique_lock<std::mutex> lock(spool_mutex, std::try_to_lock);
        if (lock.owns_lock())
        {
            ++spooled;
            ++done;
        }
    }
    return done;
}

int main()
{
    std::thread a(flush_some, 2000);
    std::thread b(flush_some, 2000);
    const int mine = flush_some(2000);
    a.join();
    b.join();
    std::printf("spooled %d, %d of them by main\n", spooled, mine);
    return 0;
}
