// The semaphore starts at zero, so the reader waits for the writer.
#include <cstdio>
#include <semaphore>
#include <thread>

static std::binary_semaphore filled{0};
static double sample;

static void read_sensor()
{
    sample = 36.6;
    filled.release();
}

static void display()
{
    filled.acquire();
    std::printf("%.1f\n", sample);
    filled.release();
}

int main()
{
    std::thread out(display);
    std::thread in(read_sensor);
    out.join();
    in.join();
    return 0;
}
