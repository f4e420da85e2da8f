// The const getter takes the mutable mutex.
#include <cstdio>
#include <mutex>
#include <thread>

class Battery
{
public:
    void charge(int percent)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        percent_ += percent;
    }

    int percent() const
    {
        std::lock_guard<std::mutex> lock(mutex_);
        return percent_;
    }

private:
    mutable std::mutex mutex_;
    int percent_ = 10;
};

static Battery battery;

static int display()
{
    int highest = 0;
    for (int i = 0; i < 20; ++i)
        if (battery.percent() > highest)
            highest = battery.percent();
    return highest;
}

int main()
{
    std::thread charger([] {
        for (int i = 0; i < 9; ++i)
            battery.charge(10);
    });
    const int seen = display();
    charger.join();
    std::printf("saw %d%%\n", seen);
}
