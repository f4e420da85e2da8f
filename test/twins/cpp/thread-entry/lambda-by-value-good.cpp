// Lambdas capture the share by value and add into a local each; the global is set after the joins.
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
    double lower = 0.0, upper = 0.0;

    std::thread low([middle, &lower] { lower = slice(0, middle); });
    std::thread high([middle, &upper] { upper = slice(middle, 1000); });
    low.join();
    high.join();
    area = lower + upper;

    std::printf("pi is about %.4f\n", area);
    return 0;
}
