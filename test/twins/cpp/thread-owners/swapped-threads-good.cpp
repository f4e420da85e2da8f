// After two swaps the variable called writer holds the writing thread again.
#include <cstdio>
#include <thread>

static int written;

int main()
{
    std::thread writer([] {
        for (int i = 0; i < 7; ++i)
            ++written;
    });
    std::thread sleeper([] { std::this_thread::yield(); });

    writer.swap(sleeper);
    std::swap(writer, sleeper);
    writer.join();
    written += 100;
    sleeper.join();
    std::printf("%d written\n", written);
    return 0;
}
