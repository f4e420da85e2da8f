// missed-alarm-today: Each worker reads its neighbour's cell of the same phase, with no barrier in between.
#include <barrier>
#include <cstdio>
#include <thread>

static constexpr int kCells = 2;
[[maybe_unused]] static std::barrier phase(kCells);
static int cells[kCells];
static int mirrored[kCells];

static void evolve(int self)
{
    cells[self] = 10 + self;  // BUG: unlocked-global
    mirrored[self] = cells[(self + 1) % kCells];  // BUG: unlocked-global
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
