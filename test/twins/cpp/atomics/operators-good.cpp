// All of the operators are applied to an atomic long.
#include <atomic>
#include <cstdio>
#include <thread>

static std::atomic<long> level;

static void up()
{
    for (int i = 0; i < 100; ++i)
    {
        ++level;
        level += 2;
        level |= 1;
    }
}

static void down()
{
    for (int i = 0; i < 100; ++i)
    {
        level--;
        level -= 3;
        level ^= 16;
    }
    level = 0;
}

int main()
{
    std::thread a(up);
    std::thread b(down);
    a.join();
    b.join();
    const long last = level;
    std::printf("level %ld\n", last);
}
