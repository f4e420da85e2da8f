// Threads emplaced into a vector all write the global; the range-for join comes too late to help.
#include <cstdio>
#include <thread>
#include <vector>

static int total;
static int partial[4];

static void weigh(int index)
{
    int grams = 0;
    for (int i = 0; i < 50; ++i)
        grams += index;
    partial[index] = grams;
    total += grams;  // BUG: unlocked-global
}

int main()
{
    std::vector<std::thread> scales;
    for (int i = 0; i < 4; ++i)
        scales.emplace_back(weigh, i);
    for (auto &scale : scales)
        scale.join();
    std::printf("total %d, first %d\n", total, partial[0]);
    return 0;
}
