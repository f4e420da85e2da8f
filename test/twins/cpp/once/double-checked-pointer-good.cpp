// The double-checked pointer is an atomic with acquire and release.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

class Registry
{
public:
    static Registry *instance()
    {
        Registry *p = instance_.load(std::memory_order_acquire);
        if (!p)
        {
            std::lock_guard<std::mutex> lock(mutex_);
            p = instance_.load(std::memory_order_relaxed);
            if (!p)
                instance_.store(p = new Registry, std::memory_order_release);
        }
        return p;
    }

    static int entries() { return 3; }

private:
    static std::mutex mutex_;
    static std::atomic<Registry *> instance_;
};

std::mutex Registry::mutex_;
std::atomic<Registry *> Registry::instance_;

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a] { a = Registry::instance()->entries(); });
    std::thread t([&b] { b = Registry::instance()->entries(); });
    s.join();
    t.join();
    std::printf("%d %d\n", a, b);
}
