// transfer() locks the account with the lower address first.
#include <chrono>
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>

struct Account
{
    std::mutex mutex;
    long balance = 100;
};

static Account savings;
static Account current;

static void transfer(Account &from, Account &to, long amount)
{
    const bool ordered = std::less<Account *>()(&from, &to);
    Account *first = ordered ? &from : &to;
    Account *second = ordered ? &to : &from;
    std::lock_guard<std::mutex> a(first->mutex);
    std::lock_guard<std::mutex> b(second->mutex);
    from.balance -= amount;
    to.balance += amount;
}

int main()
{
    std::thread salary([] { transfer(current, savings, 30); });
    std::thread shopping([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        transfer(savings, current, 45);
    });
    salary.join();
    shopping.join();
    std::printf("%ld %ld\n", savings.balance, current.balance);
    return 0;
}
