// The guard is a temporary in the comma expression that makes the access itself.
#include <cstdio>
#include <mutex>
#include <thread>

using Guard = std::lock_guard<std::mutex>;

static std::mutex odometer_mutex;
static unsigned odometer;

static void drive(unsigned km)
{
    for (unsigned i = 0; i < km; ++i)
    {
        Guard(odometer_mutex), odometer += 1;
    }
}

int main()
{
    std::thread morning(drive, 12U);
    std::thread evening(drive, 15U);
    morning.join();
    evening.join();
    std::printf("odometer %u\n", odometer);
    return 0;
}
