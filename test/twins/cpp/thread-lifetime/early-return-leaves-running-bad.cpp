// A helper returns early without joining, and main then uses the global.
#include <cstdio>
#include <thread>

static std::thread background;
static int cached;

static bool refresh(int key)
{
    background = std::thread([key] { cached = key * key; });  // BUG: unlocked-global
    if (key < 10)
        return false;
    background.join();
    return true;
}

int main()
{
    if (!refresh(4))
        cached = -cached;  // BUG: unlocked-global
    if (background.joinable())
        background.join();
    std::printf("cached %d\n", cached);
}
