// The join guard lives in a block of its own, which ends before the write.
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
    capacity += 90;
}

int main()
{
    std::thread worker(enlarge);
    {
        JoinGuard guard(worker);
        std::puts("working");
    }
    capacity /= 2;
    return 0;
}
