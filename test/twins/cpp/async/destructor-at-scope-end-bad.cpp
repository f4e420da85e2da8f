// The future outlives the block, so main's store to the global overlaps the task's.
#include <cstdio>
#include <future>

static int version;

static void upgrade()
{
    for (int step = 0; step < 10; ++step)
        ++version;  // BUG: unlocked-global
}

static void run()
{
    std::future<void> job;
    {
        job = std::async(std::launch::async, upgrade);
        std::puts("upgrading");
    }
    version *= 2;  // BUG: unlocked-global
}

int main()
{
    run();
    std::printf("version %d\n", version);
    return 0;
}
