// The future dies at the end of the block and waits there for the task.
#include <cstdio>
#include <future>

static int version;

static void upgrade()
{
    for (int step = 0; step < 10; ++step)
        ++version;
}

static void run()
{
    {
        std::future<void> job = std::async(std::launch::async, upgrade);
        std::puts("upgrading");
    }
    version *= 2;
}

int main()
{
    run();
    std::printf("version %d\n", version);
    return 0;
}
