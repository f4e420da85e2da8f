// break leaves the loop after the unlock, and the line behind the loop writes.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex dice_mutex;
static unsigned seed = 42;
static unsigned sixes;

static void roll_until_six()
{
    for (;;)
    {
        dice_mutex.lock();
        seed = seed * 1103515245U + 12345U;
        const unsigned face = (seed >> 16U) % 6U + 1U;
        dice_mutex.unlock();
        if (face == 6)
            break;
    }
    sixes++;  // BUG: unlocked-global
}

int main()
{
    std::thread alice(roll_until_six);
    std::thread bob(roll_until_six);
    std::thread carol(roll_until_six);
    alice.join();
    bob.join();
    carol.join();
    std::printf("%u sixes\n", sixes);
}
