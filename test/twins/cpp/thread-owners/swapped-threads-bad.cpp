// After the swap the variable called writer holds the other thread, and that one is joined.
#include <cstdio>
#include <thread>

static int written;

int main()
{
    std::thread writer([] {
        for (int i = 0; i < 7; ++i)
            ++written;  // BUG: unlocked-global
    });
    std::thread sleeper([] { std::this_thread::yield(); });

    writer.swap(sleeper);
    std::puts("swapped");
    writer.join();
    written += 100;  // BUG: unlocked-global
    sleeper.join();
    std::printf("%d written\n", written);
    return 0;
}
