// The three pairs of mutexes follow one order: red-green, green-blue, red-blue.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
std::mutex red;
std::mutex green;
std::mutex blue;
int mixed;

void yellow()
{
    std::lock_guard<std::mutex> r(red);
    std::lock_guard<std::mutex> g(green);
    ++mixed;
}

void cyan()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(15));
    std::lock_guard<std::mutex> g(green);
    std::lock_guard<std::mutex> b(blue);
}

void magenta()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    std::lock_guard<std::mutex> r(red);
    std::lock_guard<std::mutex> b(blue);
}
}  // namespace

int main()
{
    std::thread a(yellow);
    std::thread b(cyan);
    std::thread c(magenta);
    a.join();
    b.join();
    c.join();
    std::printf("%d mixed\n", mixed);
}
