// The three pairs of mutexes close a circle: red-green, green-blue, blue-red.
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
    std::lock_guard<std::mutex> g(green);  // BUG: lock-order-inversion
    ++mixed;
}

void cyan()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(15));
    std::lock_guard<std::mutex> g(green);
    std::lock_guard<std::mutex> b(blue);  // BUG: lock-order-inversion
}

void magenta()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    std::lock_guard<std::mutex> b(blue);
    std::lock_guard<std::mutex> r(red);  // BUG: lock-order-inversion
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
