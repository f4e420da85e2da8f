// The thread was moved to another variable, and that one is joined after the read.
#include <cstdio>
#include <thread>
#include <utility>

static float temperature = 20.0F;

static void heat()
{
    for (int i = 0; i < 8; ++i)
        temperature += 0.5F;  // BUG: unlocked-global
}

int main()
{
    std::thread oven(heat);
    std::thread keeper = std::move(oven);

    if (oven.joinable())
        oven.join();
    std::printf("%.1f degrees\n", static_cast<double>(temperature));  // BUG: unlocked-global
    keeper.join();
    return 0;
}
