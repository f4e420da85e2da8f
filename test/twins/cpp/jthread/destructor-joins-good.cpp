// The jthread's destructor joins at the end of the inner block, before main reads the result.
#include <cstdio>
#include <thread>

static int longest_run;

static void collatz(int from, int to)
{
    for (int n = from; n < to; ++n)
    {
        int steps = 0;
        for (long v = n; v != 1; ++steps)
            v = v % 2 ? 3 * v + 1 : v / 2;
        if (steps > longest_run)
            longest_run = steps;
    }
}

int main()
{
    {
        std::jthread search(collatz, 1, 500);
        std::puts("searching");
    }
    std::printf("longest %d\n", longest_run);
    return 0;
}
