// A helper that gets the lock by reference unlocks it, and the caller goes on.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex tree_mutex;
static int leaves;

static void pause(std::unique_lock<std::mutex> &lock)
{
    lock.unlock();
    std::this_thread::yield();
}

static void grow(int n)
{
    std::unique_lock<std::mutex> lock(tree_mutex);
    leaves += n;
    pause(lock);
    leaves += n;  // BUG: unlocked-global
}

int main()
{
    std::thread spring(grow, 10);
    std::thread summer(grow, 3);
    spring.join();
    summer.join();
    std::printf("%d leaves\n", leaves);
}
