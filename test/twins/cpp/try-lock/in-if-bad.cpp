// The else-branch of try_lock makes the same update without the mutex.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex render_mutex;
static long frames;

static void draw()
{
    if (render_mutex.try_lock())
    {
        frames += 1;
        render_mutex.unlock();
    }
    else
    {
        frames += 1;  // BUG: unlocked-global
    }
}

static void loop()
{
    for (int i = 0; i < 20000; ++i)
        draw();
}

int main()
{
    std::thread left(loop);
    std::thread right(loop);
    left.join();
    right.join();
    std::printf("%ld frames\n", frames);
}
