// The guard and the store both are in the immediately invoked lambda.
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
        ring[ring_next % 2] = value;
        return ring_next++ % 2;
    }();
    static_cast<void>(slot);
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
