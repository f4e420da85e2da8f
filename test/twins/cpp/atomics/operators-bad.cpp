// All of the operators are applied to a plain long.
#include <atomic>
#include <cstdio>
#include <thread>

static long level;

static void up()
{
    for (int i = 0; i < 100; ++i)
    {
        ++level;     // BUG: unlocked-global
        level += 2;  // BUG: unlocked-global
        level |= 1;  // BUG: unlocked-global
    }
}

static void down()
{
    for (int i = 0; i < 100; ++i)
    {
        level--;      // BUG: unlocked-global
        level -= 3;   // BUG: unlocked-global
        level ^= 16;  // BUG: unlocked-global
    }
    level = 0;  // BUG: unlocked-global
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
