// The thread wrapper joins in its destructor.
#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

class ScopedThread
{
public:
    template <typename F>
    explicit ScopedThread(F &&f) : thread_(std::forward<F>(f))
    {
    }
    ScopedThread(ScopedThread &&) = default;
    ~ScopedThread()
    {
        if (thread_.joinable())
            thread_.join();
    }

private:
    std::thread thread_;
};

static int generation;

static void evolve()
{
    for (int i = 0; i < 10; ++i)
        ++generation;
}

int main()
{
    {
        ScopedThread evolution(evolve);
        std::puts("evolving");
    }
    generation += 100;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return 0;
}
