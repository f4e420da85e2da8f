// The publisher copies its listener and calls it after its own mutex was released.
#include <chrono>
#include <cstdio>
#include <functional>
#include <mutex>
#include <thread>

class Publisher
{
public:
    void listen(std::function<void(int)> f)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        listener_ = std::move(f);
    }

    void publish(int value)
    {
        std::unique_lock<std::mutex> lock(mutex_);
        auto listener = listener_;
        lock.unlock();
        if (listener)
            listener(value);
    }

private:
    std::mutex mutex_;
    std::function<void(int)> listener_;
};

static Publisher publisher;
static std::mutex model_mutex;
static int model;

static void on_value(int value)
{
    std::lock_guard<std::mutex> lock(model_mutex);
    model += value;
}

static void reset()
{
    std::lock_guard<std::mutex> lock(model_mutex);
    model = 0;
    publisher.listen(on_value);
}

int main()
{
    publisher.listen(on_value);
    std::thread news([] { publisher.publish(3); });
    std::thread user([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        reset();
    });
    news.join();
    user.join();
    std::printf("model %d\n", model);
}
