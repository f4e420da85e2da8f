// The guard is taken before the branch.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex m;
static int small_orders;
static int large_orders;

static void order(int size)
{
    std::lock_guard<std::mutex> l(m);
    if (size > 10)
        ++large_orders;
    else
        ++small_orders;
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
