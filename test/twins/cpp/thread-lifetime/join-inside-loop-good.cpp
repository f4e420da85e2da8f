// The loop starts a thread per round and joins it in that round.
#include <cstdio>
#include <thread>
#include <vector>

static int position;

static void step(int by)
{
    position += by;
}

int main()
{
    std::vector<std::thread> started;
    for (int round = 1; round <= 3; ++round)
    {
        started.emplace_back(step, round);
        started.back().join();
    }
    started.clear();
    std::printf("position %d\n", position);
    return 0;
}
