// The thread is started in one branch, and the write is in the other.
#include <cstdio>
#include <thread>

static int mode;

static void switch_mode()
{
    mode = 2;
}

int main(int argc, char **)
{
    std::thread t;
    if (argc == 1)
    {
        t = std::thread(switch_mode);
    }
    else
    {
        mode += 1;
    }
    if (t.joinable())
        t.join();
    std::printf("mode %d\n", mode);
    return 0;
}
