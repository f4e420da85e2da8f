// The singleton is made safely, but its method changes it without a lock.
#include <cstdio>
#include <mutex>
#include <thread>

class Inventory
{
public:
    static Inventory &get()
    {
        static Inventory inventory;
        return inventory;
    }

    void add(int n)
    {
        items_ += n;  // BUG: unlocked-global
    }

    int items()
    {
        std::lock_guard<std::mutex> lock(mutex_);
        return items_;
    }

private:
    Inventory() = default;

    std::mutex mutex_;
    int items_ = 0;
};

int main()
{
    std::thread truck([] { Inventory::get().add(40); });
    std::thread ship([] { Inventory::get().add(900); });
    truck.join();
    ship.join();
    std::printf("%d items\n", Inventory::get().items());
    return 0;
}
