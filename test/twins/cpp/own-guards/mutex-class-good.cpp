// The background task writes the shared state before Unlock of the wrapper class.
#include <cstdio>
#include <mutex>
#include <thread>

namespace port
{
class Mutex
{
public:
    void Lock() { mu_.lock(); }
    void Unlock() { mu_.unlock(); }

private:
    std::mutex mu_;
};

class MutexLock
{
public:
    explicit MutexLock(Mutex *mu) : mu_(mu) { mu_->Lock(); }
    ~MutexLock() { mu_->Unlock(); }

private:
    Mutex *const mu_;
};
}  // namespace port

static port::Mutex db_mutex;
static int live_tables = 3;

static void Compact()
{
    port::MutexLock l(&db_mutex);
    const int merged = live_tables - 1;
    live_tables = merged;
    db_mutex.Unlock();
    std::this_thread::yield();
    db_mutex.Lock();
}

int main()
{
    std::thread background(Compact);
    {
        port::MutexLock l(&db_mutex);
        ++live_tables;
    }
    background.join();
    std::printf("%d tables\n", live_tables);
}
