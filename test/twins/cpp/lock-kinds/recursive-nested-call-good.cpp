// The method locks the recursive mutex itself, whether its caller holds it or not.
#include <cstdio>
#include <mutex>
#include <thread>

class Ledger
{
public:
    void deposit(int amount)
    {
        std::lock_guard<std::recursive_mutex> lock(mutex_);
        balance_ += amount;
    }

    void deposit_twice(int amount)
    {
        std::lock_guard<std::recursive_mutex> lock(mutex_);
        deposit(amount);
        deposit(amount);
    }

    int balance()
    {
        std::lock_guard<std::recursive_mutex> lock(mutex_);
        return balance_;
    }

private:
    std::recursive_mutex mutex_;
    int balance_ = 0;
};

static Ledger ledger;

int main()
{
    std::thread clerk([] { ledger.deposit_twice(50); });
    ledger.deposit(7);
    clerk.join();
    std::printf("balance %d\n", ledger.balance());
}
