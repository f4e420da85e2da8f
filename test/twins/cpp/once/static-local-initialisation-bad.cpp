// The static local is a plain int that every caller tests and sets.
#include <cstdio>
#include <thread>

static int measure()
{
    int sum = 0;
    for (int i = 0; i < 1000; ++i)
        sum += i % 7;
    return sum;
}

static int calibration()
{
    static int value = 0;
    if (value == 0)         // BUG: unlocked-global
        value = measure();  // BUG: unlocked-global
    return value;           // BUG: unlocked-global
}

int main()
{
    int x = 0;
    int y = 0;
    std::thread a([&x] { x = calibration(); });
    std::thread b([&y] { y = calibration(); });
    a.join();
    b.join();
    std::printf("%s\n", x == y ? "same" : "different");
    return 0;
}
