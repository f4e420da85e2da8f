// The limits are adjusted by main before the workers start, and only read from then on.
#include <cstdio>
#include <thread>

namespace limits
{
int lowest = 0;
int highest = 10;

void set(int low, int high)
{
    lowest = low;
    highest = high;
}

int clamp(int value)
{
    if (value < lowest)
        return 0;
    if (value > highest)
        return 1;
    return value;
}
}  // namespace limits

int main()
{
    int a = 0;
    limits::set(-5, 5);
    std::thread worker([&a] { a = limits::clamp(7); });
    worker.join();
    std::printf("%d\n", a);
    return 0;
}
