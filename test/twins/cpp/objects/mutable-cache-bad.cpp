// The const method fills a mutable cache, so two const calls race.
#include <cstdio>
#include <mutex>
#include <thread>

class Polygon
{
public:
    explicit Polygon(int sides) : sides_(sides) {}

    int angle_sum() const
    {
        if (cached_ < 0)                   // BUG: unlocked-global
            cached_ = (sides_ - 2) * 180;  // BUG: unlocked-global
        return cached_;                    // BUG: unlocked-global
    }

private:
    mutable std::mutex mutex_;
    mutable int cached_ = -1;
    int sides_;
};

static const Polygon hexagon(6);

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a] { a = hexagon.angle_sum(); });
    std::thread t([&b] { b = hexagon.angle_sum(); });
    s.join();
    t.join();
    std::printf("%d %d\n", a, b);
    return 0;
}
