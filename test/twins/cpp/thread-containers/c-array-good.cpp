// A C array of threads: each worker drains the shared budget under its mutex.
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
constexpr int kWorkers = 3;
std::mutex budget_mutex;
int budget = 100;

bool spend(int price)
{
    std::unique_lock<std::mutex> lock(budget_mutex);
    if (budget < price)
        return false;
    budget -= price;
    return true;
}

void shop(int price)
{
    while (spend(price))
        std::this_thread::yield();
}
}  // namespace

int main()
{
    std::thread workers[kWorkers];
    for (int i = 0; i < kWorkers; ++i)
        workers[i] = std::thread(shop, 3 + i);
    for (int i = 0; i < kWorkers; ++i)
        workers[i].join();
    std::lock_guard<std::mutex> lock(budget_mutex);
    std::printf("left over: %d\n", budget);
}
