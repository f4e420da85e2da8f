// Emplaced threads write slots of their own; the total is made after the range-for join.
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
}

int main()
{
    std::vector<std::thread> scales;
    for (int i = 0; i < 4; ++i)
        scales.emplace_back(weigh, i);
    for (auto &scale : scales)
        scale.join();
    for (int grams : partial)
        total += grams;
    std::printf("total %d, first %d\n", total, partial[0]);
    return 0;
}
