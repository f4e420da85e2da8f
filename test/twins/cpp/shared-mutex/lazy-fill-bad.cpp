// A missing entry is filled in while only the shared lock is held.
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

    long value = 1;
    for (unsigned i = 2; i <= n; ++i)
        value *= i;
    table[n] = value;  // BUG: unlocked-global
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
