// The unique_lock is deferred and then locked.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex fuel_mutex;
static int fuel = 50;

static void burn(int litres)
{
    std::unique_lock<std::mutex> lock(fuel_mutex, std::defer_lock);
    const int need = litres * 2;
    lock.lock();
    fuel -= need;
}

int main()
{
    std::thread left(burn, 3);
    std::thread right(burn, 4);
    left.join();
    right.join();
    std::printf("%d litres left\n", fuel);
    return 0;
}
