// The maximum is kept in a plain double although several threads propose.
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

static double best;

static void propose(double value)
{
    double seen = best;  // BUG: unlocked-global
    while (seen < value)
    {
        best = value;  // BUG: unlocked-global
        seen = best;   // BUG: unlocked-global
    }
}

int main()
{
    std::vector<std::thread> bidders;
    for (double price : {3.5, 9.25, 7.0, 8.5})
        bidders.emplace_back([price] {
            for (int step = 100; step >= 0; --step)
                propose(price - step * 0.01);
        });
    for (auto &b : bidders)
        b.join();
    const double winner = best;
    std::printf("best %.2f\n", winner);
    return 0;
}
