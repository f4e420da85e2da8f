// Each future is discarded: its destructor blocks, so the tasks run one after the other.
#include <cstdio>
#include <future>

namespace
{
int balance = 0;

void pay(int amount)
{
    balance += amount;
}
}  // namespace

int main()
{
    static_cast<void>(std::async(std::launch::async, [] { pay(1200); }));
    static_cast<void>(std::async(std::launch::async, [] { pay(-800); }));
    std::printf("balance %d\n", balance);
}
