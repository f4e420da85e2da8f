// The global is filled in before the thread is created.
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
    pixels = job.width * job.height;
}

int main()
{
    job.width = 640;
    job.height = 480;
    std::thread renderer(render);
    renderer.join();
    std::printf("%d pixels\n", pixels);
    return 0;
}
