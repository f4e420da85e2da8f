// A missing entry is filled in after the shared lock was given up for the exclusive one.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

static std::shared_mutex table_mutex;
static long table[32];

static long factorial(unsigned n)
{
    std::shared_lock<std::shared_mutex> reading(table_mutex);
    if (table[n] != 0)
        return table[n];
    reading.unlock();

    long value = 1;
    for (unsigned i = 2; i <= n; ++i)
        value *= i;
    std::unique_lock<std::shared_mutex> writing(table_mutex);
    table[n] = value;
    return value;
}

int main()
{
    std::thread one([] {
        for (unsigned n = 0; n < 20; ++n)
            factorial(n);
    });
    std::thread two([] {
        for (unsigned n = 0; n < 20; ++n)
            factorial(n);
    });
    one.join();
    two.join();
    std::printf("12! = %ld\n", factorial(12));
    return 0;
}
