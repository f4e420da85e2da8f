// The global object's destructor joins its own thread before it reads its total.
#include <cstdio>
#include <thread>

class Reporter
{
public:
    void start() { thread_ = std::thread(&Reporter::collect, this); }

    ~Reporter()
    {
        if (thread_.joinable())
            thread_.join();
        const int total = total_;
        std::printf("total %d\n", total);
    }

private:
    void collect()
    {
        for (int i = 0; i < 40; ++i)
            total_ += i;
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
