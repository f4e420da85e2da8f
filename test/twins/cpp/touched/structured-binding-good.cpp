// The structured binding is a copy, so its names stand for members of a local.
#include <cstdio>
#include <thread>

struct Vec
{
    int x = 3;
    int y = 4;
};

static Vec origin;

static int norm_after_scaling(int factor)
{
    auto [x, y] = origin;
    x *= factor;
    y *= factor;
    return x * x + y * y;
}

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a] { a = norm_after_scaling(2); });
    std::thread t([&b] { b = norm_after_scaling(3); });
    s.join();
    t.join();
    std::printf("%d %d\n", a, b);
    return 0;
}
