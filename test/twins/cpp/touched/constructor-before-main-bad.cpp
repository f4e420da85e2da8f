// The global's constructor starts a thread before main, and main reads what the thread writes.
#include <cstdio>
#include <thread>

static int primes_below[50];

static void fill()
{
    for (int n = 2, found = 0; n < 50; ++n)
    {
        bool prime = true;
        for (int d = 2; d < n; ++d)
            prime = prime && n % d != 0;
        found += prime;
        primes_below[n] = found;  // BUG: unlocked-global
    }
}

struct Startup
{
    Startup() : thread(fill) {}
    ~Startup()
    {
        if (thread.joinable())
            thread.join();
    }
    std::thread thread;
};

static Startup startup;

int main()
{
    int a = 0;
    std::thread reader([&a] { a = primes_below[30]; });  // BUG: unlocked-global
    const int b = primes_below[10];                      // BUG: unlocked-global
    reader.join();
    std::printf("%d and %d\n", a, b);
    return 0;
}
