// The second generation is started in a new variable while the first still runs.
#include <cstdio>
#include <thread>

static int population = 2;

static void grow(int rate)
{
    population *= rate;  // BUG: unlocked-global
}

int main()
{
    std::thread generation(grow, 3);
    std::thread next(grow, 5);
    generation.join();
    generation = std::move(next);
    generation.join();
    std::printf("population %d\n", population);
    return 0;
}
