// pop() tests the queue for emptiness with the mutex taken.
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <thread>

template <typename T>
class Channel
{
public:
    void push(T value)
    {
        std::unique_lock lock(mutex_);
        items_.push_back(value);
        filled_.notify_one();
    }

    T pop()
    {
        std::unique_lock lock(mutex_);
        const bool waiting = items_.empty();
        waits_ += waiting;
        filled_.wait(lock, [this] { return !items_.empty(); });
        T value = items_.front();
        items_.pop_front();
        return value;
    }

private:
    std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<T> items_;
    int waits_ = 0;
};

static Channel<int> channel;

int main()
{
    std::thread sender([] {
        for (int i = 0; i < 50; ++i)
            channel.push(i);
    });
    int sum = 0;
    for (int i = 0; i < 50; ++i)
        sum += channel.pop();
    sender.join();
    std::printf("sum %d\n", sum);
}
