// The mutex is a static local variable, so all callers lock the same one.
#include <cstdio>
#include <mutex>
#include <thread>

static unsigned next_id = 1;

static unsigned make_id()
{
    static std::mutex id_mutex;
    std::lock_guard<std::mutex> lock(id_mutex);
    return next_id++;
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
