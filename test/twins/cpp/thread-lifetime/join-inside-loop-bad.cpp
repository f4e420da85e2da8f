// The loop starts a thread per round and joins them after the loop.
#include <cstdio>
#include <thread>
#include <vector>

static int position;

static void step(int by)
{
    position += by;  // BUG: unlocked-global
}

int main()
{
    std::vector<std::thread> started;
    for (int round = 1; round <= 3; ++round)
    {
        started.emplace_back(step, round);
    }
    for (auto &t : started)
        t.join();
    std::printf("position %d\n", position);
    return 0;
}
