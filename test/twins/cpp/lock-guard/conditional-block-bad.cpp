// Only the branch for large orders takes the guard.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex m;
static int small_orders;
static int large_orders;

static void order(int size)
{
    if (size > 10)
    {
        std::lock_guard<std::mutex> l(m);
        ++large_orders;
    }
    else
        ++small_orders;  // BUG: unlocked-global
}

int main()
{
    std::thread x([] {
        for (int s = 0; s < 20; ++s)
            order(s);
    });
    for (int s = 20; s > 0; --s)
        order(s);
    x.join();
    std::printf("%d + %d orders\n", small_orders, large_orders);
}
