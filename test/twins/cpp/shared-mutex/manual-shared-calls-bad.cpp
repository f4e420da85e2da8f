// lock_shared() and unlock_shared() are called by hand around a store.
#include <cstdio>
#include <shared_mutex>
#include <thread>

static std::shared_mutex palette_mutex;
static unsigned palette[16];

static void paint(unsigned index, unsigned colour)
{
    palette_mutex.lock_shared();
    palette[index] = colour;  // BUG: unlocked-global
    palette_mutex.unlock_shared();
}

int main()
{
    std::thread red([] {
        for (unsigned i = 0; i < 200; ++i)
            paint(i % 16, 0xff0000U);
    });
    std::thread blue([] {
        for (unsigned i = 0; i < 200; ++i)
            paint(i % 16, 0x0000ffU);
    });
    red.join();
    blue.join();
    palette_mutex.lock_shared();
    std::printf("colour 3 is %06x\n", palette[3]);
    palette_mutex.unlock_shared();
    return 0;
}
