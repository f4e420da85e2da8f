// A local pointer walks over a local copy of the global array.
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
    int copy[6];
    {
        std::lock_guard<std::mutex> lock(samples_mutex);
        std::memcpy(copy, samples, sizeof copy);
    }
    int total = 0;
    for (const int *p = copy; p != copy + 6; ++p)
        total += *p;
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
