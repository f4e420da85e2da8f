// Main looks at the slots without waiting for the latch.
#include <cstdio>
#include <latch>
#include <thread>
#include <vector>

namespace
{
constexpr int kParts = 3;
std::latch finished{kParts};
long slots[kParts];

void part(int index)
{
    long sum = 0;
    for (int i = index; i < 1000; i += kParts)
        sum += i;
    slots[index] = sum;  // BUG: unlocked-global
    finished.count_down();
}
}  // namespace

int main()
{
    std::vector<std::jthread> parts;
    for (int i = 0; i < kParts; ++i)
        parts.emplace_back(part, i);

    if (finished.try_wait())
        std::puts("that was quick");
    long total = 0;
    for (int i = 0; i < kParts; ++i)
        total += slots[i];  // BUG: unlocked-global
    std::printf("total %ld\n", total);
    return 0;
}
