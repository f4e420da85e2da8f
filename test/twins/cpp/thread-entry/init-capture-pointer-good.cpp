// The init-capture is a copy of the global, so each thread has its own.
#include <cstdio>
#include <thread>

struct Grid
{
    int cells[4] = {1, 2, 3, 4};
};

static Grid grid;

template <typename G>
static int double_up(G &mine)
{
    int sum = 0;
    for (int &cell : mine.cells)
        sum += cell *= 2;
    return sum;
}

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a, mine = grid]() mutable { a = double_up(mine); });
    std::thread t([&b, mine = grid]() mutable { b = double_up(mine); });
    s.join();
    t.join();
    std::printf("%d %d, first %d\n", a, b, grid.cells[0]);
    return 0;
}
