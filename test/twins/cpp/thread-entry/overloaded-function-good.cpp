// The cast picks the overload for int, which has a global of its own.
#include <cstdio>
#include <thread>

static double sum_of_doubles;
static int sum_of_ints;

static void add(double x)
{
    sum_of_doubles += x;
}

static void add(int x)
{
    sum_of_ints += x;
}

int main()
{
    std::thread exact(static_cast<void (*)(double)>(add), 2.5);
    std::thread rough(static_cast<void (*)(int)>(add), 7);
    exact.join();
    rough.join();
    add(1);
    std::printf("%.1f %d\n", sum_of_doubles, sum_of_ints);
    return 0;
}
