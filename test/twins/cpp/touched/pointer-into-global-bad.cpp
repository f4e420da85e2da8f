// A local pointer walks over the global array although another thread fills it.
#include <cstdio>
#include <cstring>
#include <mutex>
#include <thread>

static std::mutex samples_mutex;
static int samples[6];

static void record()
{
    for (int i = 0; i < 6; ++i)
    {
        std::lock_guard<std::mutex> lock(samples_mutex);
        samples[i] = i + 1;
    }
}

static int sum()
{
    int total = 0;
    for (const int *p = samples; p != samples + 6; ++p)
        total += *p;  // BUG: unlocked-global
    return total;
}

int main()
{
    std::thread recorder(record);
    const int so_far = sum();
    recorder.join();
    std::printf("%d so far\n", so_far);
    return 0;
}
