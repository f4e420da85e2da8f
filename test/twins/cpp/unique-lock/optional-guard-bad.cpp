// The optional guard is reset before the last access.
#include <cstdio>
#include <mutex>
#include <optional>
#include <thread>

static std::mutex shelf_mutex;
static int shelf[4];

static void put(unsigned slot, int value)
{
    std::optional<std::unique_lock<std::mutex>> guard;
    guard.emplace(shelf_mutex);
    if (value < 0)
        value = shelf[0];
    guard.reset();
    shelf[slot % 4] = value;  // BUG: unlocked-global
}

int main()
{
    auto fill = [](int base) {
        for (unsigned i = 0; i < 8; ++i)
            put(i, base);
    };
    std::thread a(fill, 100);
    std::thread b(fill, 200);
    a.join();
    b.join();
    std::printf("%d %d %d %d\n", shelf[0], shelf[1], shelf[2], shelf[3]);
}
