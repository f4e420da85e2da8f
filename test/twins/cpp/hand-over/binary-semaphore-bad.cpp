// missed-alarm-today: The semaphore starts at one, so the reader does not wait for the writer.
#include <cstdio>
#include <semaphore>
#include <thread>

static std::binary_semaphore filled{1};
static double sample;

static void read_sensor()
{
    sample = 36.6;  // BUG: unlocked-global
    if (filled.try_acquire())
        filled.release();
}

static void display()
{
    filled.acquire();
    std::printf("%.1f\n", sample);  // BUG: unlocked-global
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
