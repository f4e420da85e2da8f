// The static local is initialised by its declaration, which the language does just once.
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
    static int value = measure();
    return value;
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
