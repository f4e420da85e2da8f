// A range-for walks a copy of the global vector, made under the mutex.
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
    std::unique_lock<std::mutex> lock(readings_mutex);
    const std::vector<int> copy = readings;
    lock.unlock();
    double sum = 0;
    for (int t : copy)
        sum += t;
    return sum / static_cast<double>(copy.size());
}

int main()
{
    std::thread sensor(sense);
    const double mean = average();
    sensor.join();
    std::printf("mean %.1f\n", mean);
    return 0;
}
