// std::for_each runs over the global vector in two threads and writes its elements.
#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

static std::vector<long> weights(12, 5);

static long total_of(long factor)
{
    long total = 0;
    std::for_each(weights.begin(), weights.end(), [&](long &w) {
        total += (w *= factor);  // BUG: unlocked-global
    });
    return total;
}

int main()
{
    long a = 0;
    long b = 0;
    std::thread s([&a] { a = total_of(2); });
    std::thread t([&b] { b = total_of(3); });
    s.join();
    t.join();
    std::printf("%ld %ld\n", a, b);
}
