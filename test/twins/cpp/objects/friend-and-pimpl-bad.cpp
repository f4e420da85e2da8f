// The facade locks its own mutex per object, but both facades share one implementation.
#include <cstdio>
#include <mutex>
#include <thread>

struct Impl
{
    std::mutex mutex;
    int hits = 0;
};

static Impl shared_impl;

class Facade
{
public:
    explicit Facade(Impl *impl) : impl_(impl) {}

    void hit()
    {
        std::lock_guard<std::mutex> lock(mutex_);
        ++impl_->hits;  // BUG: unlocked-global
    }

private:
    Impl *impl_;
    std::mutex mutex_;
};

static Facade web(&shared_impl);
static Facade mail(&shared_impl);

int main()
{
    std::thread a([] { web.hit(); });
    std::thread b([] { mail.hit(); });
    a.join();
    b.join();
    std::printf("%d hits\n", shared_impl.hits);
    return 0;
}
