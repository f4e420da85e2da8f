// The member function locks itself and its peer with one scoped_lock.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

class Barrel
{
public:
    void pour_into(Barrel &other, int litres)
    {
        std::scoped_lock both(mutex_, other.mutex_);
        litres_ -= litres;
        other.litres_ += litres;
    }

    int litres() const { return litres_; }

private:
    std::mutex mutex_;
    int litres_ = 50;
};

static Barrel oak;
static Barrel pine;

int main()
{
    std::thread one([] { oak.pour_into(pine, 20); });
    std::thread two([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        pine.pour_into(oak, 5);
    });
    one.join();
    two.join();
    std::printf("%d %d\n", oak.litres(), pine.litres());
}
