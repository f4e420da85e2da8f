// A callback out of the global registry runs in two threads and locks.
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

static std::vector<std::function<void(int)>> listeners;
static std::mutex sum_mutex;
static int sum;

static void publish(int event)
{
    for (const auto &listener : listeners)
        listener(event);
}

static void subscribe()
{
    listeners.push_back([](int event) {
        std::lock_guard<std::mutex> lock(sum_mutex);
        sum += event;
    });
}

int main()
{
    subscribe();
    std::thread mouse(publish, 3);
    std::thread keys(publish, 4);
    mouse.join();
    keys.join();
    std::lock_guard<std::mutex> lock(sum_mutex);
    std::printf("sum %d\n", sum);
    return 0;
}
