// The variable is joined and then reused for the second generation.
#include <cstdio>
#include <thread>

static int population = 2;

static void grow(int rate)
{
    population *= rate;
}

int main()
{
    std::thread generation(grow, 3);
    generation.join();
    generation = std::thread(grow, 5);
    generation.join();
    std::printf("population %d\n", population);
    return 0;
}
