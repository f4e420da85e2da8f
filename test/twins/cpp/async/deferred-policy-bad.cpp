// launch::async runs the task in a thread of its own at once, next to main's write.
#include <cstdio>
#include <future>

static int scale = 1;

static int scaled_sum()
{
    int sum = 0;
    for (int i = 0; i < 10; ++i)
        sum += i * scale;  // BUG: unlocked-global
    return sum;
}

int main()
{
    auto sum = std::async(std::launch::async, scaled_sum);
    scale = 3;  // BUG: unlocked-global
    std::printf("sum %d\n", sum.get());
    return 0;
}
