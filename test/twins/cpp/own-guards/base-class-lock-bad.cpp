// One method of the derived class forgets the lock it inherits from its base.
#include <cstdio>
#include <mutex>
#include <thread>

class Lockable
{
public:
    void lock() { mutex_.lock(); }
    void unlock() { mutex_.unlock(); }

private:
    std::mutex mutex_;
};

class Radiator : public Lockable
{
public:
    void warmer()
    {
        std::lock_guard<Lockable> guard(*this);
        ++level_;
    }

    void colder()
    {
        --level_;  // BUG: unlocked-global
    }

    int level() const { return level_; }

private:
    int level_ = 5;
};

static Radiator radiator;

int main()
{
    std::thread kid([] { radiator.warmer(); });
    std::thread dad([] { radiator.colder(); });
    kid.join();
    dad.join();
    std::printf("level %d\n", radiator.level());
}
