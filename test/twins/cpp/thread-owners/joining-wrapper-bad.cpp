// The thread wrapper detaches in its destructor instead of joining.
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
            thread_.detach();
    }

private:
    std::thread thread_;
};

static int generation;

static void evolve()
{
    for (int i = 0; i < 10; ++i)
        ++generation;  // BUG: unlocked-global
}

int main()
{
    {
        ScopedThread evolution(evolve);
        std::puts("evolving");
    }
    generation += 100;  // BUG: unlocked-global
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    return 0;
}
