// A range-for walks the global vector while the other thread pushes.
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

static std::mutex readings_mutex;
static std::vector<int> readings{20, 21};

static void sense()
{
    for (int t = 22; t < 40; ++t)
    {
        std::lock_guard<std::mutex> lock(readings_mutex);
        readings.push_back(t);
    }
}

static double average()
{
    double sum = 0;
    for (int t : readings)  // BUG: unlocked-global
        sum += t;
    return sum / static_cast<double>(readings.size());  // BUG: unlocked-global
}

int main()
{
    std::thread sensor(sense);
    const double mean = average();
    sensor.join();
    std::printf("mean %.1f\n", mean);
    return 0;
}
