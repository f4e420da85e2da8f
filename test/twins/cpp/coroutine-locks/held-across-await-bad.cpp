// One coroutine is suspended with the lock held, the other waits for the lock on the same thread.
#include "cppcoro/io_service.hpp"
#include <mutex>
#include <string>

class Session
{
public:
    cppcoro::task<> flush(cppcoro::io_service &io)
    {
        std::unique_lock<std::mutex> lock(mutex_); // BUG: blocking-in-coroutine
        std::string batch = std::move(pending_);
        pending_.clear();
        co_await io.schedule();
        written_ += batch.size();
    }

    cppcoro::task<> append(std::string text)
    {
        mutex_.lock(); // BUG: blocking-in-coroutine
        pending_ += text;
        mutex_.unlock();
        co_return;
    }

private:
    std::mutex mutex_;
    std::string pending_;
    std::size_t written_ = 0;
};
