// A functor's call operator stores to a global that main reads while the thread runs.
#include <cstdio>
#include <mutex>
#include <thread>

std::mutex level_mutex;
int water_level = 3;

class Pump
{
public:
    explicit Pump(int strokes) : strokes_(strokes) {}

    void operator()() const
    {
        for (int s = 0; s < strokes_; ++s)
        {
            water_level -= 1;  // BUG: unlocked-global
        }
    }

private:
    int strokes_;
};

int main()
{
    std::thread pumping(Pump(25));
    {
        const std::lock_guard<std::mutex> lock(level_mutex);
        std::printf("level now %d\n", water_level);
    }
    pumping.join();
    std::printf("level then %d\n", water_level);
}
