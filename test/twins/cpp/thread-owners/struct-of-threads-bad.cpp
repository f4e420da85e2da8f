// A plain struct holds two threads; main joins one of them before it reads what the other writes.
#include <cstdio>
#include <thread>

struct Kitchen
{
    std::thread cook;
    std::thread cleaner;
};

static int plates;
static int floors;

int main()
{
    Kitchen kitchen;
    kitchen.cook = std::thread([] { plates = 12; });  // BUG: unlocked-global
    kitchen.cleaner = std::thread([] { floors = 2; });

    kitchen.cleaner.join();
    std::printf("%d plates\n", plates);  // BUG: unlocked-global
    kitchen.cook.join();
    std::printf("%d floors\n", floors);
    return 0;
}
