// Joining the child says nothing about the grandchild, which main races with.
#include <cstdio>
#include <thread>

static std::thread grandchild;
static unsigned inheritance = 1;

static void spend()
{
    inheritance *= 2;  // BUG: unlocked-global
}

static void child_main()
{
    grandchild = std::thread(spend);
    std::puts("grandchild is on its way");
}

int main()
{
    std::thread child(child_main);
    child.join();
    inheritance += 5;  // BUG: unlocked-global
    if (grandchild.joinable())
        grandchild.join();
    std::printf("inheritance %u\n", inheritance);
    return 0;
}
