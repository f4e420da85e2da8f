// The maximum is kept in an atomic double by a compare-and-exchange loop.
#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

static std::atomic<double> best;

static void propose(double value)
{
    double seen = best.load();
    while (seen < value)
    {
        if (best.compare_exchange_weak(seen, value))
            seen = value;
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
