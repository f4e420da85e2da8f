// A helper joins on every way out, so main uses the global alone.
#include <cstdio>
#include <thread>

static std::thread background;
static int cached;

static bool refresh(int key)
{
    background = std::thread([key] { cached = key * key; });
    if (key < 10)
    {
        background.join();
        return false;
    }
    background.join();
    return true;
}

int main()
{
    if (!refresh(4))
        cached = -cached;
    if (background.joinable())
        background.join();
    std::printf("cached %d\n", cached);
}
