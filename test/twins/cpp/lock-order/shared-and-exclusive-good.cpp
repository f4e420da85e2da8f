// Both threads take the index before the store, shared or not.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

static std::shared_mutex index_mutex;
static std::shared_mutex store_mutex;
static int index_size = 2;
static int store_size = 2;

static void append()
{
    std::shared_lock<std::shared_mutex> index(index_mutex);
    std::unique_lock<std::shared_mutex> store(store_mutex);
    store_size += index_size;
}

static void rebuild()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::unique_lock<std::shared_mutex> index(index_mutex);
    std::shared_lock<std::shared_mutex> store(store_mutex);
    index_size = store_size;
}

int main()
{
    std::thread a(append);
    std::thread b(rebuild);
    a.join();
    b.join();
    std::printf("%d of %d indexed\n", index_size, store_size);
    return 0;
}
