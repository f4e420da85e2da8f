// A generic lambda shared by two threads touches the global while nothing is held.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
[[maybe_unused]] std::mutex slow_mutex;
double slowest = 0;
}  // namespace

int main()
{
    auto measure = [](auto work, int rounds) {
        const auto begin = std::chrono::steady_clock::now();
        work(rounds);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        if (took.count() > slowest)  // BUG: unlocked-global
            slowest = took.count();  // BUG: unlocked-global
    };

    auto spin = [](int n) {
        volatile int sink = 0;
        for (int i = 0; i < n; ++i)
            sink = i;
        (void)sink;
    };

    std::thread a(measure, spin, 100);
    std::thread b(measure, spin, 20000);
    a.join();
    b.join();
    std::printf("slowest %.6f s\n", slowest);
}
