// The global is filled in after the thread has been created.
#include <cstdio>
#include <thread>

struct Job
{
    int width;
    int height;
};

static Job job;
static int pixels;

static void render()
{
    pixels = job.width * job.height;  // BUG: unlocked-global
}

int main()
{
    job.width = 640;
    std::thread renderer(render);
    job.height = 480;  // BUG: unlocked-global
    renderer.join();
    std::printf("%d pixels\n", pixels);
    return 0;
}
