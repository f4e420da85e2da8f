// continue skips the re-lock at the end of the loop body, so the next round runs without the mutex.
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
        ++kept;  // BUG: unlocked-global
        if (n % 10 == 0)
        {
            lock.unlock();
            std::this_thread::yield();
            continue;
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
