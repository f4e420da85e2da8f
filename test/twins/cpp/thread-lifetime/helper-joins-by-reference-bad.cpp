// The helper is given the other thread to join.
#include <cstdio>
#include <thread>

static int sold;

static void finish(std::thread &t, const char *name)
{
    t.join();
    std::printf("%s has gone\n", name);
}

int main()
{
    std::thread seller([] { sold = 17; });  // BUG: unlocked-global
    std::thread guard([] { std::this_thread::yield(); });

    finish(guard, "guard");
    std::printf("%d sold\n", sold);  // BUG: unlocked-global
    finish(seller, "seller");
    return 0;
}
