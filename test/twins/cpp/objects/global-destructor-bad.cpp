// missed-alarm-today: The global object's destructor reads its total before it joins its own thread.
#include <cstdio>
#include <thread>

class Reporter
{
public:
    void start() { thread_ = std::thread(&Reporter::collect, this); }

    ~Reporter()
    {
        const int total = total_;  // BUG: unlocked-global
        if (thread_.joinable())
            thread_.join();
        std::printf("total %d\n", total);
    }

private:
    void collect()
    {
        for (int i = 0; i < 40; ++i)
            total_ += i;  // BUG: unlocked-global
    }

    int total_ = 0;
    std::thread thread_;
};

static Reporter reporter;

int main()
{
    reporter.start();
    return 0;
}
