// The std::array of threads is joined by a helper only after main has changed the global.
#include <array>
#include <cstdio>
#include <thread>

using Team = std::array<std::thread, 2>;

static int height = 10;
static int sampled[2];

static void sample(int slot)
{
    sampled[slot] = height;  // BUG: unlocked-global
}

static void join_all(Team &team)
{
    for (std::thread &member : team)
        member.join();
}

int main()
{
    Team team{std::thread(sample, 0), std::thread(sample, 1)};
    height = 20;  // BUG: unlocked-global
    join_all(team);
    std::printf("%d %d then %d\n", sampled[0], sampled[1], height);
    return 0;
}
