// The table is instantiated with the null mutex policy although two threads use it.
#include <cstdio>
#include <mutex>
#include <thread>

struct NullMutex
{
    void lock() {}
    void unlock() {}
};

template <typename MutexT>
class Table
{
public:
    void insert(int key)
    {
        std::lock_guard<MutexT> lock(mutex_);
        keys_[count_ % 64] = key;  // BUG: unlocked-global
        count_ = count_ + 1;       // BUG: unlocked-global
    }

    unsigned count()
    {
        std::lock_guard<MutexT> lock(mutex_);
        return count_;
    }

private:
    MutexT mutex_;
    int keys_[64] = {};
    unsigned count_ = 0;
};

static Table<NullMutex> table;

static void fill(int from)
{
    for (int k = from; k < from + 20; ++k)
        table.insert(k);
}

int main()
{
    std::thread a(fill, 0);
    std::thread b(fill, 100);
    a.join();
    b.join();
    std::printf("%u keys\n", table.count());
    return 0;
}
