// The thread stores through the address of the global.
#include <cstdio>
#include <thread>

static int treasure = 1000;
static int decoy = 5;

static bool visit(int *place)
{
    const bool found = place == &treasure;
    *place -= 1;  // BUG: unlocked-global
    return found;
}

int main()
{
    bool a = false;
    std::thread pirate([&a] { a = visit(&treasure); });
    treasure += 50;  // BUG: unlocked-global
    pirate.join();
    std::printf("%d: %d or %d\n", a, treasure, decoy);
    return 0;
}
