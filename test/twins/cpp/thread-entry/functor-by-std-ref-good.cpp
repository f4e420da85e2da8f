// The global functor is passed by value to both threads, so each runs a copy.
#include <cstdio>
#include <functional>
#include <thread>

struct Accumulator
{
    long sum = 0;

    void operator()(int upto)
    {
        for (int i = 1; i <= upto; ++i)
            sum += i;
    }
};

static Accumulator accumulator;

int main()
{
    std::thread low(accumulator, 10);
    std::thread high(accumulator, 100);
    low.join();
    high.join();
    std::printf("sum %ld\n", accumulator.sum);
}
