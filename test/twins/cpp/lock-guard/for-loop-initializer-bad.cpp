// The guard is declared in the loop body, behind the condition that already reads the global.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex stock_mutex;
static int stock = 30;

static int take(int wanted)
{
    int got = 0;
    while (stock > 0 && got < wanted)  // BUG: unlocked-global
    {
        std::lock_guard<std::mutex> lock(stock_mutex);
        --stock;
        ++got;
    }
    return got;
}

int main()
{
    int ann = 0;
    int ben = 0;
    std::thread a([&ann] { ann = take(18); });
    std::thread b([&ben] { ben = take(18); });
    a.join();
    b.join();
    std::printf("%d + %d taken\n", ann, ben);
    return 0;
}
