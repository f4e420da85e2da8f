// The statistics are written under a unique_lock, which lets in one thread only.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

class Dictionary
{
public:
    int find(int word)
    {
        std::unique_lock<std::shared_mutex> lock(mutex_);
        lookups_ = lookups_ + 1;
        return words_[word % 8];
    }

    int lookups() const
    {
        std::shared_lock<std::shared_mutex> lock(mutex_);
        return lookups_;
    }

private:
    mutable std::shared_mutex mutex_;
    int words_[8] = {3, 1, 4, 1, 5, 9, 2, 6};
    int lookups_ = 0;
};

static Dictionary dictionary;

static void reader(int first)
{
    for (int i = 0; i < 300; ++i)
        dictionary.find(first + i);
}

int main()
{
    std::thread a(reader, 0);
    std::thread b(reader, 5);
    a.join();
    b.join();
    std::printf("%d lookups\n", dictionary.lookups());
}
