// The mutex is a local variable, so every caller locks its own.
#include <cstdio>
#include <mutex>
#include <thread>

static unsigned next_id = 1;

static unsigned make_id()
{
    std::mutex id_mutex;
    std::lock_guard<std::mutex> lock(id_mutex);
    return next_id++;  // BUG: unlocked-global
}

int main()
{
    unsigned from_a = 0;
    unsigned from_b = 0;
    std::thread a([&from_a] {
        for (int i = 0; i < 10; ++i)
            from_a = make_id();
    });
    std::thread b([&from_b] { from_b = make_id(); });
    a.join();
    b.join();
    std::printf("ids %u and %u\n", from_a, from_b);
    return 0;
}
