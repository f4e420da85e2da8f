// Lambdas capture the share by value; the sum they add to is a global and nobody locks.
#include <cstdio>
#include <thread>

static double area = 0.0;

static double slice(int from, int to)
{
    double sum = 0.0;
    for (int i = from; i < to; ++i)
        sum += 4.0 / (1.0 + (i / 1000.0) * (i / 1000.0)) / 1000.0;
    return sum;
}

int main()
{
    int middle = 500;

    std::thread low([middle] { area += slice(0, middle); });      // BUG: unlocked-global
    std::thread high([middle] { area += slice(middle, 1000); });  // BUG: unlocked-global
    low.join();
    high.join();

    std::printf("pi is about %.4f\n", area);
    return 0;
}
