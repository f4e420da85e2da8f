// The thread only compares the address of the global, which touches no value.
#include <cstdio>
#include <thread>

static int treasure = 1000;
static int decoy = 5;

static bool visit(int *place)
{
    const bool found = place == &treasure;
    place += found ? 0 : 1;
    return found;
}

int main()
{
    bool a = false;
    std::thread pirate([&a] { a = visit(&treasure); });
    treasure += 50;
    pirate.join();
    std::printf("%d: %d or %d\n", a, treasure, decoy);
    return 0;
}
