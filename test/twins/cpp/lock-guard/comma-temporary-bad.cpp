// The guard is a temporary in a comma expression of the statement before.
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
        Guard(odometer_mutex), void();
        odometer += 1;  // BUG: unlocked-global
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
