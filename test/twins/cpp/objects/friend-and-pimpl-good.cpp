// The facades lock the mutex of the implementation they share.
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
        std::lock_guard<std::mutex> lock(impl_->mutex);
        ++impl_->hits;
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
