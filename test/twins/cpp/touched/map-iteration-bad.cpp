// One thread erases from the map while the other iterates over it.
#include <cstdio>
#include <map>
#include <mutex>
#include <thread>

namespace
{
std::mutex prices_mutex;
std::map<int, double> prices{{1, 0.5}, {2, 2.5}, {3, 4.0}, {4, 1.0}};

void remove_cheap()
{
    std::lock_guard<std::mutex> lock(prices_mutex);
    for (auto it = prices.begin(); it != prices.end();)
        it = it->second < 1.5 ? prices.erase(it) : std::next(it);
}

double total()
{
    double sum = 0;
    for (const auto &[id, price] : prices)  // BUG: unlocked-global
        sum += price;  // BUG: unlocked-global
    return sum;
}
}  // namespace

int main()
{
    std::thread cleaner(remove_cheap);
    const double before = total();
    cleaner.join();
    std::printf("%.1f, then %.1f\n", before, total());
}
