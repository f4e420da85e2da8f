// take() returns the lock and its caller keeps it.
#include <cstdio>
#include <mutex>
#include <thread>

namespace store
{
static std::mutex mutex;
static int apples = 10;

static std::unique_lock<std::mutex> take()
{
    std::unique_lock<std::mutex> lock(mutex);
    return lock;
}

static void eat()
{
    auto lock = take();
    --apples;
}

static void buy(int n)
{
    auto lock = take();
    apples += n;
}
}  // namespace store

int main()
{
    std::thread hungry([] {
        for (int i = 0; i < 5; ++i)
            store::eat();
    });
    store::buy(6);
    hungry.join();
    std::printf("%d apples\n", store::apples);
    return 0;
}
