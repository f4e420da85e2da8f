// A thread starts another one and writes the global after the inner join.
#include <cstdio>
#include <thread>

static int depth;

static void inner()
{
    depth = 2;
}

static void outer()
{
    std::thread child(inner);
    child.join();
    depth = 1;
}

int main()
{
    std::thread parent(outer);
    parent.join();
    std::printf("depth %d\n", depth);
    return 0;
}
