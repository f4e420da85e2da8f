// missed-alarm-today: An index-for joins the threads, but its bound leaves the last one out until after the read.
#include <cstddef>
#include <cstdio>
#include <thread>
#include <vector>

static std::size_t finished[3];

static void simulate(std::size_t id)
{
    std::size_t state = id + 1;
    for (int round = 0; round < 200; ++round)
        state = state * 6364136223846793005U + 1442695040888963407U;
    finished[id] = state;  // BUG: unlocked-global
}

int main()
{
    std::vector<std::thread> pool;
    for (std::size_t i = 0; i < 3; ++i)
        pool.push_back(std::thread(simulate, i));

    for (std::size_t i = 0; i + 1 < pool.size(); ++i)
        pool[i].join();
    std::printf("last result %zu\n", finished[2]);  // BUG: unlocked-global

    pool.back().join();
}
