// The helper is given the thread that writes, by reference, and joins it.
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
    std::thread seller([] { sold = 17; });
    std::thread guard([] { std::this_thread::yield(); });

    finish(seller, "seller");
    std::printf("%d sold\n", sold);
    finish(guard, "guard");
    return 0;
}
