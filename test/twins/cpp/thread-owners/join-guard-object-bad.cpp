// The join guard is declared before the block with the write, so it joins after it.
#include <cstdio>
#include <thread>

class JoinGuard
{
public:
    explicit JoinGuard(std::thread &t) : thread_(t) {}
    ~JoinGuard()
    {
        if (thread_.joinable())
            thread_.join();
    }
    JoinGuard(const JoinGuard &) = delete;
    JoinGuard &operator=(const JoinGuard &) = delete;

private:
    std::thread &thread_;
};

static int capacity = 10;

static void enlarge()
{
    capacity += 90;  // BUG: unlocked-global
}

int main()
{
    std::thread worker(enlarge);
    JoinGuard guard(worker);
    {
        std::puts("working");
    }
    capacity /= 2;  // BUG: unlocked-global
    return 0;
}
