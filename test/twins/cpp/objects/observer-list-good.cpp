// A subscriber is added to the global list under the mutex under which it is walked.
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class Bus
{
public:
    void subscribe(std::function<void(int)> f)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        listeners_.push_back(std::move(f));
    }

    void publish(int value)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        for (std::size_t i = 0; i < listeners_.size(); ++i)
            listeners_[i](value);
    }

private:
    std::mutex mutex_;
    std::vector<std::function<void(int)>> listeners_;
};

static Bus bus;

int main()
{
    std::thread sender([] { bus.publish(1); });
    bus.subscribe([](int value) { std::printf("got %d\n", value); });
    sender.join();
    bus.publish(2);
    return 0;
}
