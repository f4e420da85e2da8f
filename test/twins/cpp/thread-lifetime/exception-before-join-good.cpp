// The handler of the exception joins first.
#include <cstdio>
#include <stdexcept>
#include <thread>

static int attempts;

static void retry()
{
    for (int i = 0; i < 4; ++i)
        ++attempts;
}

static void check(int argc)
{
    if (argc < 2)
        throw std::runtime_error("no argument");
}

int main(int argc, char **)
{
    std::thread t(retry);
    try
    {
        check(argc);
        t.join();
    }
    catch (const std::runtime_error &error)
    {
        t.join();
        std::printf("%s after %d attempts\n", error.what(), attempts);
    }
    return 0;
}
