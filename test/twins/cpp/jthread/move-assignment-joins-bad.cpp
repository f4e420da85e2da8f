// The new jthread already runs when the assignment joins the old one.
#include <cstdio>
#include <thread>

static int salt = 1;

static void stir(int times)
{
    for (int i = 0; i < times; ++i)
        salt = salt * 7 % 1009;  // BUG: unlocked-global
}

int main()
{
    std::jthread spoon(stir, 30);
    spoon = std::jthread(stir, 20);
    spoon.join();
    std::printf("salt %d\n", salt);
    return 0;
}
