// The running flag is a plain bool member of a global object.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

class Ventilator
{
public:
    void start() { thread_ = std::thread(&Ventilator::spin, this); }
    void stop()
    {
        running_ = false;  // BUG: unlocked-global
        thread_.join();
    }

private:
    void spin()
    {
        for (int turns = 0; turns < 500 && running_; ++turns)  // BUG: unlocked-global
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }

    bool running_ = true;
    std::thread thread_;
};

static Ventilator ventilator;

int main()
{
    ventilator.start();
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    ventilator.stop();
    std::puts("off");
}
