// The guard class has a second constructor that does not lock; the locking one is used.
#include <cstdio>
#include <mutex>
#include <thread>

struct NoLockYet
{
};

class Guard
{
public:
    explicit Guard(std::mutex &m) : m_(m), locked_(true) { m_.lock(); }
    Guard(std::mutex &m, NoLockYet) : m_(m), locked_(false) {}
    ~Guard()
    {
        if (locked_)
            m_.unlock();
    }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

private:
    std::mutex &m_;
    bool locked_;
};

static std::mutex net_mutex;
static int connections;

static void accept_one()
{
    Guard guard(net_mutex);
    ++connections;
}

int main()
{
    std::thread a(accept_one);
    std::thread b(accept_one);
    a.join();
    b.join();
    std::printf("%d connections\n", connections);
    return 0;
}
