// The const method fills a mutable cache under a mutable mutex.
#include <cstdio>
#include <mutex>
#include <thread>

class Polygon
{
public:
    explicit Polygon(int sides) : sides_(sides) {}

    int angle_sum() const
    {
        std::lock_guard<std::mutex> lock(mutex_);
        if (cached_ < 0)
            cached_ = (sides_ - 2) * 180;
        return cached_;
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
