// The singleton hands out its member by reference, and callers change it as they like.
#include <cstdio>
#include <mutex>
#include <thread>

class Options
{
public:
    static Options &instance()
    {
        static Options options;
        return options;
    }

    int &verbosity() { return verbosity_; }

    void raise_verbosity()
    {
        std::lock_guard<std::mutex> lock(mutex_);
        ++verbosity_;
    }

private:
    std::mutex mutex_;
    int verbosity_ = 0;
};

static void parse(int count)
{
    for (int i = 0; i < count; ++i)
        Options::instance().verbosity() += 1;  // BUG: unlocked-global
}

int main()
{
    std::thread a(parse, 2);
    std::thread b(parse, 3);
    a.join();
    b.join();
    std::printf("verbosity %d\n", Options::instance().verbosity());
    return 0;
}
