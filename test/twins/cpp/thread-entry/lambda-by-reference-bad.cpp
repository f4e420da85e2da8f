// A lambda that captures by reference runs as a thread and bumps a global next to main, unlocked.
#include <cstdio>
#include <thread>
#include <vector>

struct Stats
{
    int accepted = 0;
    int rejected = 0;
};

static Stats stats;

static void judge(int value)
{
    if (value % 3 == 0)
        ++stats.rejected;  // BUG: unlocked-global
    else
        ++stats.accepted;  // BUG: unlocked-global
}

int main()
{
    std::vector<int> left{1, 2, 3, 4, 5, 6};
    std::vector<int> right{7, 8, 9, 10, 11};

    std::thread helper([&] {
        for (int v : left)
            judge(v);
    });

    for (int v : right)
        judge(v);
    helper.join();

    std::printf("%d in, %d out\n", stats.accepted, stats.rejected);
}
