// Both orders occur, in two threads.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex names_mutex;
static std::mutex numbers_mutex;
static int names;
static int numbers;

static void add_name()
{
    std::lock_guard<std::mutex> a(names_mutex);
    std::lock_guard<std::mutex> b(numbers_mutex);  // BUG: lock-order-inversion
    names += 1;
    numbers += 1;
}

static void drop_number()
{
    std::lock_guard<std::mutex> b(numbers_mutex);
    std::lock_guard<std::mutex> a(names_mutex);  // BUG: lock-order-inversion
    numbers -= 1;
    names -= 1;
}

int main()
{
    std::thread writer(add_name);
    std::thread eraser([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        drop_number();
    });
    writer.join();
    eraser.join();
    std::printf("%d names, %d numbers\n", names, numbers);
}
