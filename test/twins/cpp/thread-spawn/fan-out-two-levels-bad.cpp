// Each of two threads starts a helper, and the helpers write one global.
#include <cstdio>
#include <thread>

static int harvest[2];

static void pick(int field, int crates)
{
    for (int i = 0; i < crates; ++i)
        harvest[field] += 1;  // BUG: unlocked-global
}

static void farm([[maybe_unused]] int field, int crates)
{
    std::thread helper(pick, 0, crates);
    helper.join();
}

int main()
{
    std::thread north(farm, 0, 10);
    std::thread south(farm, 1, 20);
    north.join();
    south.join();
    std::printf("%d + %d crates\n", harvest[0], harvest[1]);
    return 0;
}
