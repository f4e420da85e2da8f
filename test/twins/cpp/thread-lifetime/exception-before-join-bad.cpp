// The handler of the exception uses the global while the thread is still running.
#include <cstdio>
#include <stdexcept>
#include <thread>

static int attempts;

static void retry()
{
    for (int i = 0; i < 4; ++i)
        ++attempts;  // BUG: unlocked-global
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
        std::printf("%s after %d attempts\n", error.what(), attempts);  // BUG: unlocked-global
        t.join();
    }
    return 0;
}
