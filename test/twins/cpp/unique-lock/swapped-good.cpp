// Swapping with an empty lock leaves the mutex to a variable of the outer block.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex m;
static unsigned mask;

static void set_bit(unsigned bit)
{
    std::unique_lock<std::mutex> keeper;
    {
        std::unique_lock<std::mutex> lock(m);
        mask |= 0x100U;
        lock.swap(keeper);
    }
    mask |= 1U << bit;
}

int main()
{
    std::thread a(set_bit, 1U);
    std::thread b(set_bit, 5U);
    a.join();
    b.join();
    std::printf("mask %x\n", mask);
    return 0;
}
