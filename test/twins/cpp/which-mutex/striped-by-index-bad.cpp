// missed-alarm-today: The stripe of mutexes is chosen by another modulus than the bucket it should guard.
#include <array>
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
constexpr unsigned kStripes = 4;
std::array<std::mutex, kStripes> stripes;
std::array<int, 4> buckets;

void count(unsigned key)
{
    std::lock_guard<std::mutex> lock(stripes[key / 4 % kStripes]);
    buckets[key % 4] += 1;  // BUG: unlocked-global
}

void scan(unsigned from)
{
    for (unsigned key = from; key < from + 400; ++key)
        count(key);
}
}  // namespace

int main()
{
    std::thread a(scan, 0U);
    std::thread b(scan, 6U);
    a.join();
    b.join();
    std::printf("%d %d %d %d\n", buckets[0], buckets[1], buckets[2], buckets[3]);
}
