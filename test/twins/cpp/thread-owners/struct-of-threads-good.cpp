// A plain struct holds two threads; main joins the one that writes before it reads.
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
    kitchen.cook = std::thread([] { plates = 12; });
    kitchen.cleaner = std::thread([] { floors = 2; });

    kitchen.cook.join();
    std::printf("%d plates\n", plates);
    kitchen.cleaner.join();
    std::printf("%d floors\n", floors);
    return 0;
}
