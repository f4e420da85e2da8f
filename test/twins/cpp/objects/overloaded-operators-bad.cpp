// operator+= of the global's class locks, operator++ does not.
#include <cstdio>
#include <mutex>
#include <thread>

class Money
{
public:
    Money &operator+=(int cents)
    {
        std::lock_guard<std::mutex> lock(mutex_);
        cents_ += cents;
        return *this;
    }

    Money &operator++()
    {
        cents_ += 100;  // BUG: unlocked-global
        return *this;
    }

    explicit operator int() const
    {
        std::lock_guard<std::mutex> lock(mutex_);
        return cents_;
    }

private:
    mutable std::mutex mutex_;
    int cents_ = 0;
};

static Money till;

int main()
{
    std::thread coins([] { till += 25; });
    std::thread notes([] { ++till; });
    coins.join();
    notes.join();
    std::printf("%d cents\n", static_cast<int>(till));
}
