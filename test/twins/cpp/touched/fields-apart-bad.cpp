// Two threads write one field of the same struct.
#include <cstdio>
#include <thread>

struct Pair
{
    int first = 0;
    int second = 0;
};

static Pair pair;

static void set_first(int n)
{
    for (int i = 0; i <= n; ++i)
        pair.first = i;  // BUG: unlocked-global
}

static void set_second(int n)
{
    for (int i = 0; i <= n; ++i)
        pair.first = -i;  // BUG: unlocked-global
}

int main()
{
    std::thread one(set_first, 30);
    std::thread two(set_second, 40);
    one.join();
    two.join();
    std::printf("(%d, %d)\n", pair.first, pair.second);
    return 0;
}
