// Two threads nest the same two guards in opposite order.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex disk_mutex;
static std::mutex memory_mutex;
static int dirty_pages = 4;
static int written_pages;

static void flush_pages()
{
    std::lock_guard<std::mutex> memory(memory_mutex);
    std::lock_guard<std::mutex> disk(disk_mutex);  // BUG: lock-order-inversion
    written_pages += dirty_pages;
    dirty_pages = 0;
}

static void load_page()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::lock_guard<std::mutex> disk(disk_mutex);
    std::lock_guard<std::mutex> memory(memory_mutex);  // BUG: lock-order-inversion
    --written_pages;
    ++dirty_pages;
}

int main()
{
    std::thread flusher(flush_pages);
    std::thread loader(load_page);
    flusher.join();
    loader.join();
    std::printf("%d dirty, %d written\n", dirty_pages, written_pages);
}
