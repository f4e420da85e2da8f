// The futures are kept in variables, so the two tasks overlap on the global.
#include <cstdio>
#include <future>

namespace
{
int balance = 0;

void pay(int amount)
{
    balance += amount;  // BUG: unlocked-global
}
}  // namespace

int main()
{
    auto salary = std::async(std::launch::async, [] { pay(1200); });
    auto rent = std::async(std::launch::async, [] { pay(-800); });
    salary.wait();
    rent.wait();
    std::printf("balance %d\n", balance);
}
