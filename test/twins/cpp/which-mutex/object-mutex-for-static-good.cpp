// A static mutex guards the static member for all objects.
#include <cstdio>
#include <mutex>
#include <thread>

class Elevator
{
public:
    void travel(int floors)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        energy_ += floors;
    }

    static int energy() { return energy_; }

private:
    inline static std::mutex mutex_;
    inline static int energy_ = 0;
};

static Elevator left_elevator;
static Elevator right_elevator;

int main()
{
    std::thread l([] {
        for (int i = 1; i < 6; ++i)
            left_elevator.travel(i);
    });
    std::thread r([] { right_elevator.travel(12); });
    l.join();
    r.join();
    std::printf("%d units\n", Elevator::energy());
}
