// The nesting depth is a thread_local static member.
#include <cstdio>
#include <thread>

class Trace
{
public:
    Trace()
    {
        ++depth_;
    }
    ~Trace()
    {
        --depth_;
    }
    static int depth() { return depth_; }

private:
    inline static thread_local int depth_ = 0;
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
