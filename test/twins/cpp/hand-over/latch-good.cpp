// Main waits for the latch before it looks at the slots.
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
    slots[index] = sum;
    finished.count_down();
}
}  // namespace

int main()
{
    std::vector<std::jthread> parts;
    for (int i = 0; i < kParts; ++i)
        parts.emplace_back(part, i);

    finished.wait();
    long total = 0;
    for (int i = 0; i < kParts; ++i)
        total += slots[i];
    std::printf("total %ld\n", total);
    return 0;
}
