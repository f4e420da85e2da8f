// A thread starts another one and both write the global before the inner join.
#include <cstdio>
#include <thread>

static int depth;

static void inner()
{
    depth = 2;  // BUG: unlocked-global
}

static void outer()
{
    std::thread child(inner);
    depth = 1;  // BUG: unlocked-global
    child.join();
}

int main()
{
    std::thread parent(outer);
    parent.join();
    std::printf("depth %d\n", depth);
    return 0;
}
