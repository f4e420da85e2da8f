// A locking method calls a private helper that does not lock.
#include <cstdio>
#include <mutex>
#include <thread>

class Thermostat
{
public:
    void set(int degrees)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        set_locked(degrees);
    }

    void night()
    {
        std::lock_guard<std::mutex> lock(mutex_);
        saved_ = target_;
        set_locked(16);
    }

private:
    void set_locked(int degrees) { target_ = degrees; }

    std::mutex mutex_;
    int target_ = 20;
    int saved_ = 0;
};

static Thermostat thermostat;

int main(int argc, char **)
{
    std::thread day([] { thermostat.set(22); });
    if (argc > 1)
        thermostat.night();
    day.join();
    std::puts("warm");
    return 0;
}
