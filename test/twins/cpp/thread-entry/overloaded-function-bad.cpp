// The cast picks the overload for double, which shares the global with the other thread.
#include <cstdio>
#include <thread>

static double sum_of_doubles;
static int sum_of_ints;

static void add(double x)
{
    sum_of_doubles += x;  // BUG: unlocked-global
}

static void add(int x)
{
    sum_of_ints += x;
}

int main()
{
    std::thread exact(static_cast<void (*)(double)>(add), 2.5);
    std::thread rough(static_cast<void (*)(double)>(add), 7);
    exact.join();
    rough.join();
    add(1);
    std::printf("%.1f %d\n", sum_of_doubles, sum_of_ints);
    return 0;
}
