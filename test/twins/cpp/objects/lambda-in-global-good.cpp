// The lambda stored in a global steps a local.
#include <cstdio>
#include <thread>

static int total_calls = 0;

static auto price_of = [](int pieces) {
    [[maybe_unused]] int calls = 0;
    calls += 1;
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
