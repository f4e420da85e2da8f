// missed-alarm-today: The pool is told to finish by the destructor only, and main reads before that.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class Pool
{
public:
    explicit Pool(int n)
    {
        for (int i = 0; i < n; ++i)
            workers_.emplace_back(&Pool::work, this);
    }
    ~Pool() { wait(); }

    void submit(std::function<void()> job)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        jobs_.push_back(std::move(job));
        wake_.notify_one();
    }

    void wait()
    {
        std::unique_lock<std::mutex> lock(mutex_);
        done_ = true;
        lock.unlock();
        wake_.notify_all();
        workers_.clear();
    }

private:
    void work()
    {
        std::unique_lock<std::mutex> lock(mutex_);
        for (;;)
        {
            wake_.wait(lock, [this] { return done_ || !jobs_.empty(); });
            if (jobs_.empty())
                return;
            auto job = std::move(jobs_.front());
            jobs_.pop_front();
            lock.unlock();
            job();
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> jobs_;
    bool done_ = false;
    std::vector<std::jthread> workers_;
};

static int answer;

int main()
{
    Pool pool(2);
    pool.submit([] { answer = 42; });  // BUG: unlocked-global
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::printf("answer %d\n", answer);  // BUG: unlocked-global
}
