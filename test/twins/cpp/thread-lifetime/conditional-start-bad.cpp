// The thread is started in one branch, and the write after the branch runs next to it.
#include <cstdio>
#include <thread>

static int mode;

static void switch_mode()
{
    mode = 2;  // BUG: unlocked-global
}

int main(int argc, char **)
{
    std::thread t;
    if (argc == 1)
        t = std::thread(switch_mode);
    {
        mode += 1;  // BUG: unlocked-global
    }
    if (t.joinable())
        t.join();
    std::printf("mode %d\n", mode);
    return 0;
}
