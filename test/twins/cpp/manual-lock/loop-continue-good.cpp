// The mutex is locked again at the end of every round that unlocked it.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex sieve_mutex;
static int kept;

static void sift(int from, int to)
{
    std::unique_lock<std::mutex> lock(sieve_mutex);
    for (int n = from; n < to; ++n)
    {
        ++kept;
        if (n % 10 == 0)
        {
            lock.unlock();
            std::this_thread::yield();
        }
        if (!lock.owns_lock())
            lock.lock();
    }
}

int main()
{
    std::thread low(sift, 1, 3000);
    std::thread high(sift, 3001, 6000);
    low.join();
    high.join();
    std::printf("kept %d\n", kept);
}
