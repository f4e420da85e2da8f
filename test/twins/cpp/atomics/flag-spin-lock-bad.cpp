// The spin lock tests its atomic_flag once and does not spin.
#include <atomic>
#include <cstdio>
#include <thread>

class SpinLock
{
public:
    void lock()
    {
        if (flag_.test_and_set(std::memory_order_acquire))
            std::this_thread::yield();
    }
    void unlock() { flag_.clear(std::memory_order_release); }

private:
    std::atomic_flag flag_ = ATOMIC_FLAG_INIT;
};

static SpinLock spin;
static int spins;

static void whirl()
{
    for (int i = 0; i < 20000; ++i)
    {
        spin.lock();
        spins = spins + 1;  // BUG: unlocked-global
        spin.unlock();
    }
}

int main()
{
    std::thread a(whirl);
    std::thread b(whirl);
    a.join();
    b.join();
    std::printf("%d spins\n", spins);
}
