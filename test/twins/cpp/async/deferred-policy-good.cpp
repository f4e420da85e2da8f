// launch::deferred runs the task in main itself, inside get().
#include <cstdio>
#include <future>

static int scale = 1;

static int scaled_sum()
{
    int sum = 0;
    for (int i = 0; i < 10; ++i)
        sum += i * scale;
    return sum;
}

int main()
{
    auto sum = std::async(std::launch::deferred, scaled_sum);
    scale = 3;
    std::printf("sum %d\n", sum.get());
    return 0;
}
