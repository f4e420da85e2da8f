// Two functions take a Mutex and a MutexLock of home-made classes in the same order.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

class Mutex
{
public:
    void Lock() { mutex_.lock(); }
    void Unlock() { mutex_.unlock(); }

private:
    std::mutex mutex_;
};

class MutexLock
{
public:
    explicit MutexLock(Mutex *m) : m_(m) { m_->Lock(); }
    ~MutexLock() { m_->Unlock(); }

private:
    Mutex *m_;
};

static Mutex versions_mu;
static Mutex files_mu;
static int version;
static int files;

static void Install()
{
    MutexLock l(&versions_mu);
    version += 1;
    MutexLock f(&files_mu);
    files += 3;
}

static void Collect()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    MutexLock l(&versions_mu);
    MutexLock f(&files_mu);
    files -= version;
}

int main()
{
    std::thread a(Install);
    std::thread b(Collect);
    a.join();
    b.join();
    std::printf("version %d, %d files\n", version, files);
}
