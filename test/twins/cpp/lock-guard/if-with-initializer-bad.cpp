// The guard in the if's initializer is gone behind the if statement.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex pin_mutex;
static int wrong_pins;
static bool blocked;

static bool enter_pin(int pin)
{
    if (std::lock_guard<std::mutex> lock(pin_mutex); blocked)
    {
        return false;
    }
    if (pin != 1234 && ++wrong_pins == 3)  // BUG: unlocked-global
        blocked = true;                    // BUG: unlocked-global
    return pin == 1234;
}

int main()
{
    std::thread owner([] {
        for (int i = 0; i < 20; ++i)
            enter_pin(i < 2 ? 4321 : 1234);
    });
    std::thread thief([] {
        for (int pin = 0; pin < 20; ++pin)
            enter_pin(pin);
    });
    owner.join();
    thief.join();
    std::printf("%d wrong, %sblocked\n", wrong_pins, blocked ? "" : "not ");
}
