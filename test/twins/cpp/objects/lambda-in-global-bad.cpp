// The lambda stored in a global steps another global for both threads.
#include <cstdio>
#include <thread>

static int total_calls = 0;

static auto price_of = [](int pieces) {
    total_calls += 1;  // BUG: unlocked-global
    return pieces * 3;
};

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a] { a = price_of(7); });
    std::thread t([&b] { b = price_of(9); });
    s.join();
    t.join();
    std::printf("%d %d (%d)\n", a, b, total_calls);
    return 0;
}
