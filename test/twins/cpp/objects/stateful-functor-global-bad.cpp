// The global functor's call operator changes its state for both threads.
#include <cstdio>
#include <thread>

class Lcg
{
public:
    unsigned operator()()
    {
        state_ = state_ * 1664525U + 1013904223U;  // BUG: unlocked-global
        return state_ >> 24U;                      // BUG: unlocked-global
    }

private:
    unsigned state_ = 7;
};

static Lcg generator;

template <typename Generator>
static unsigned draw(Generator &next)
{
    unsigned best = 0;
    for (int i = 0; i < 50; ++i)
        if (const unsigned value = next(); value > best)
            best = value;
    return best;
}

int main()
{
    unsigned a = 0;
    unsigned b = 0;
    std::thread s([&a] { a = draw(generator); });
    std::thread t([&b] { b = draw(generator); });
    s.join();
    t.join();
    std::printf("%u %u\n", a, b);
}
