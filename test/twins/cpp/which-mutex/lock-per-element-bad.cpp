// missed-alarm-today: Each account has a mutex, but the one of the neighbour is locked.
#include <cstdio>
#include <mutex>
#include <thread>

struct Account
{
    std::mutex mutex;
    long cents = 0;
};

static Account accounts[4];

static void interest(int rounds)
{
    for (int r = 0; r < rounds; ++r)
        for (int i = 0; i < 4; ++i)
        {
            std::lock_guard<std::mutex> lock(accounts[(i + 1) % 4].mutex);
            accounts[i].cents += 5;  // BUG: unlocked-global
        }
}

static void deposit(int i, long amount)
{
    std::lock_guard<std::mutex> lock(accounts[i].mutex);
    accounts[i].cents += amount;
}

int main()
{
    std::thread nightly(interest, 2000);
    for (int i = 0; i < 4000; ++i)
        deposit(i % 4, 1000);
    nightly.join();
    std::printf("%ld cents\n", accounts[2].cents);
    return 0;
}
