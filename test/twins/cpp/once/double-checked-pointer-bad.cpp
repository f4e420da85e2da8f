// The double-checked pointer is a plain pointer, tested outside the mutex.
#include <atomic>
#include <cstdio>
#include <mutex>
#include <thread>

class Registry
{
public:
    static Registry *instance()
    {
        Registry *p = instance_;  // BUG: unlocked-global
        if (!p)
        {
            std::lock_guard<std::mutex> lock(mutex_);
            p = instance_;
            if (!p)
                instance_ = p = new Registry;
        }
        return p;
    }

    static int entries() { return 3; }

private:
    static std::mutex mutex_;
    static Registry *instance_;
};

std::mutex Registry::mutex_;
Registry *Registry::instance_;

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
