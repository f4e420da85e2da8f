// The guard is declared one line too late.
#include <cstdio>
#include <mutex>
#include <thread>

class Dispenser
{
public:
    static int next_ticket()
    {
        int mine = last_++;  // BUG: unlocked-global
        std::lock_guard<std::mutex> lock(mutex_);
        if (last_ > limit)
            last_ = 0;
        return mine;
    }

private:
    static constexpr int limit = 99;
    static std::mutex mutex_;
    static int last_;
};

std::mutex Dispenser::mutex_;
int Dispenser::last_ = 1;

static void customer()
{
    for (int i = 0; i < 10; ++i)
        Dispenser::next_ticket();
}

int main()
{
    std::thread a(customer);
    std::thread b(customer);
    a.join();
    b.join();
    std::printf("next is %d\n", Dispenser::next_ticket());
}
