// std::lock locks the two deferred locks, whichever way round they are named.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex east_mutex;
static std::mutex west_mutex;
static int east = 10;
static int west = 20;

static void exchange()
{
    std::unique_lock<std::mutex> e(east_mutex, std::defer_lock);
    std::unique_lock<std::mutex> w(west_mutex, std::defer_lock);
    std::lock(e, w);
    std::swap(east, west);
}

static void level()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::unique_lock<std::mutex> w(west_mutex, std::defer_lock);
    std::unique_lock<std::mutex> e(east_mutex, std::defer_lock);
    std::lock(w, e);
    east = west = (east + west) / 2;
}

int main()
{
    std::thread x(exchange);
    std::thread y(level);
    x.join();
    y.join();
    std::printf("%d %d\n", east, west);
    return 0;
}
