// The nesting depth is a static member all threads share.
#include <cstdio>
#include <thread>

class Trace
{
public:
    Trace()
    {
        ++depth_;  // BUG: unlocked-global
    }
    ~Trace()
    {
        --depth_;  // BUG: unlocked-global
    }
    static int depth() { return depth_; }

private:
    inline static int depth_ = 0;
};

static int fibonacci(int n)
{
    Trace trace;
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

int main()
{
    int x = 0;
    int y = 0;
    std::thread a([&x] { x = fibonacci(8); });
    std::thread b([&y] { y = fibonacci(9); });
    a.join();
    b.join();
    std::printf("%d %d, depth %d\n", x, y, Trace::depth());
    return 0;
}
