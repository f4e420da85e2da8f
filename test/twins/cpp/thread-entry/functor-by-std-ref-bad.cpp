// The global functor is passed by std::ref to both threads, so they run one object.
#include <cstdio>
#include <functional>
#include <thread>

struct Accumulator
{
    long sum = 0;

    void operator()(int upto)
    {
        for (int i = 1; i <= upto; ++i)
            sum += i;  // BUG: unlocked-global
    }
};

static Accumulator accumulator;

int main()
{
    std::thread low(std::ref(accumulator), 10);
    std::thread high(std::ref(accumulator), 100);
    low.join();
    high.join();
    std::printf("sum %ld\n", accumulator.sum);
}
