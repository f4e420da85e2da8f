// The global table is read after get() has waited for the asynchronous fill.
#include <array>
#include <cstdio>
#include <future>

static std::array<int, 16> squares;

static int fill()
{
    for (int i = 0; i < 16; ++i)
        squares[i] = i * i;
    return 16;
}

int main()
{
    std::future<int> filled = std::async(std::launch::async, fill);
    const int n = filled.get();
    const int seventh = squares[7];
    std::printf("%d entries, [7] = %d\n", n, seventh);
    return 0;
}
