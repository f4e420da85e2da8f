// Both paths join before the global is read.
#include <cstdio>
#include <thread>

static int found;

static void scan(int from, int to)
{
    for (int n = from; n < to; ++n)
        if (n % 7 == 0 && n % 5 == 0)
            ++found;
}

int main(int argc, char **)
{
    const bool verbose = argc > 1;
    std::thread scanner(scan, 0, 1000);

    if (verbose)
    {
        scanner.join();
        std::puts("scanner is done");
    }
    else
    {
        scanner.join();
    }
    std::printf("found %d\n", found);

    if (scanner.joinable())
        scanner.join();
    return 0;
}
