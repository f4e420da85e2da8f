// The bool with the result of try_lock is used for the unlock only.
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
std::mutex stat_mutex;
struct
{
    unsigned long packets;
    unsigned long bytes;
} stat;

void received(unsigned size)
{
    const bool locked = stat_mutex.try_lock();
    if (size > 0)
    {
        stat.packets += 1;   // BUG: unlocked-global
        stat.bytes += size;  // BUG: unlocked-global
    }
    if (locked)
        stat_mutex.unlock();
}
}  // namespace

int main()
{
    auto traffic = [](unsigned size) {
        for (int i = 0; i < 5000; ++i)
            received(size);
    };
    std::thread lan(traffic, 1500U);
    std::thread wan(traffic, 576U);
    lan.join();
    wan.join();
    std::printf("%lu packets, %lu bytes\n", stat.packets, stat.bytes);
}
