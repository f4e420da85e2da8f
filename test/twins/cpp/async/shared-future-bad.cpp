// missed-alarm-today: One of two consumers reads the table without waiting for the shared future.
#include <cstdio>
#include <future>
#include <thread>

static int sine_table[90];

static void make_table()
{
    for (int degree = 0; degree < 90; ++degree)
        sine_table[degree] = degree * (180 - degree);  // BUG: unlocked-global
}

static int patient(std::shared_future<void> ready)
{
    ready.wait();
    return sine_table[30];
}

static int hasty([[maybe_unused]] std::shared_future<void> ready)
{
    return sine_table[60];  // BUG: unlocked-global
}

int main()
{
    std::shared_future<void> ready = std::async(std::launch::async, make_table).share();
    int a = 0;
    std::thread first([&a, ready] { a = patient(ready); });
    const int b = hasty(ready);
    first.join();
    std::printf("%d %d\n", a, b);
    return 0;
}
