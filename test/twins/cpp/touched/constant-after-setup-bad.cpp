// The limits are read by the workers and still adjusted by main after they were started.
#include <cstdio>
#include <thread>

namespace limits
{
int lowest = 0;
int highest = 10;

void set(int low, int high)
{
    lowest = low;    // BUG: unlocked-global
    highest = high;  // BUG: unlocked-global
}

int clamp(int value)
{
    if (value < lowest)   // BUG: unlocked-global
        return 0;
    if (value > highest)  // BUG: unlocked-global
        return 1;
    return value;
}
}  // namespace limits

int main()
{
    int a = 0;
    std::thread worker([&a] { a = limits::clamp(7); });
    limits::set(-5, 5);
    worker.join();
    std::printf("%d\n", a);
    return 0;
}
