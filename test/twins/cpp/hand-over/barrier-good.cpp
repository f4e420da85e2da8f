// A barrier lies between writing one's own cell and reading the neighbour's.
#include <barrier>
#include <cstdio>
#include <thread>

static constexpr int kCells = 2;
[[maybe_unused]] static std::barrier phase(kCells);
static int cells[kCells];
static int mirrored[kCells];

static void evolve(int self)
{
    cells[self] = 10 + self;
    phase.arrive_and_wait();
    mirrored[self] = cells[(self + 1) % kCells];
}

int main()
{
    std::thread left(evolve, 0);
    std::thread right(evolve, 1);
    left.join();
    right.join();
    std::printf("%d %d\n", mirrored[0], mirrored[1]);
    return 0;
}
