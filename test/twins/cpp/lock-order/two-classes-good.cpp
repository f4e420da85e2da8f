// Only one of two classes calls a locking method of the other with its own mutex held.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

class Waiter
{
public:
    void serve(int dishes)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        served_ += dishes;
    }
    void order(int dishes);

private:
    std::mutex mutex_;
    int ordered_ = 0;
    int served_ = 0;
};

class Cook
{
public:
    void prepare(int dishes)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        prepared_ += dishes;
    }
    void finish(int dishes);

private:
    std::mutex mutex_;
    int prepared_ = 0;
};

static Waiter waiter;
static Cook cook;

void Waiter::order(int dishes)
{
    std::lock_guard<std::mutex> lock(mutex_);
    ordered_ += dishes;
    cook.prepare(dishes);
}

void Cook::finish(int dishes)
{
    std::unique_lock<std::mutex> lock(mutex_);
    prepared_ -= dishes;
    lock.unlock();
    waiter.serve(dishes);
}

int main()
{
    std::thread table([] { waiter.order(3); });
    std::thread kitchen([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        cook.finish(2);
    });
    table.join();
    kitchen.join();
    std::puts("enjoy");
}
