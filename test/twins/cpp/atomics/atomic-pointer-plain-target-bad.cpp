// missed-alarm-today: The global pointer is atomic but what it points to is changed in place.
#include <atomic>
#include <cstdio>
#include <thread>

struct Settings
{
    int volume;
    int balance;
};

static Settings quiet{1, 0};
static const Settings loud{9, 0};
static std::atomic<const Settings *> active{&quiet};

static void party()
{
    quiet.volume = 9;  // BUG: unlocked-global
    active.store(&loud);
}

static int volume()
{
    const Settings *now = active.load();
    return now->volume;  // BUG: unlocked-global
}

int main()
{
    quiet.balance = -1;
    std::thread host(party);
    const int heard = volume();
    host.join();
    std::printf("volume %d\n", heard);
    return 0;
}
