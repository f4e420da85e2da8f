// Threads made from std::bind expressions call the unlocked function of a pair.
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>

namespace bank
{
std::mutex vault_mutex;
long vault = 1000;

void deposit_unlocked(long amount)
{
    vault += amount;  // BUG: unlocked-global
}

void deposit(long amount)
{
    std::lock_guard<std::mutex> l(vault_mutex);
    deposit_unlocked(amount);
}
}  // namespace bank

int main()
{
    auto ten = std::bind(bank::deposit_unlocked, 10L);
    auto five = std::bind(bank::deposit, 5L);
    std::thread teller_a(ten);
    std::thread teller_b(five);
    teller_a.join();
    teller_b.join();
    std::printf("vault holds %ld\n", bank::vault);
    return 0;
}
