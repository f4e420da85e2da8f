// missed-alarm-today: The guard lives in the immediately invoked lambda, and the store comes behind the call.
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
std::mutex ring_mutex;
int ring[4];
unsigned ring_next;

void record(int value)
{
    const unsigned slot = [&] {
        std::lock_guard<std::mutex> lock(ring_mutex);
        return ring_next++ % 2;
    }();
    ring[slot] = value;  // BUG: unlocked-global
}
}  // namespace

int main()
{
    auto burst = [](int base) {
        for (int i = 0; i < 500; ++i)
            record(base + i);
    };
    std::thread a(burst, 0);
    std::thread b(burst, 1000);
    a.join();
    b.join();
    std::printf("%u records, one is %d\n", ring_next, ring[0] > 0 ? 1 : 0);
    return 0;
}
