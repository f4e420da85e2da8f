// missed-alarm-today: A semaphore with two permits lets both threads into the section.
#include <cstdio>
#include <semaphore>
#include <thread>

static std::counting_semaphore<2> permits{2};
static int bridge_load;
static int heaviest;

static void cross(int tons)
{
    permits.acquire();
    bridge_load += tons;         // BUG: unlocked-global
    if (bridge_load > heaviest)  // BUG: unlocked-global
        heaviest = bridge_load;  // BUG: unlocked-global
    bridge_load -= tons;         // BUG: unlocked-global
    permits.release();
}

int main()
{
    auto traffic = [](int base) {
        for (int i = 0; i < 5000; ++i)
            cross(base + i % 10);
    };
    std::thread north(traffic, 10);
    std::thread south(traffic, 30);
    north.join();
    south.join();
    std::printf("heaviest %d tons\n", heaviest);
}
