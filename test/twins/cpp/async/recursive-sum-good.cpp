// The asynchronous half and the synchronous half of the recursion return their counts.
#include <cstdio>
#include <future>
#include <numeric>
#include <vector>

static const std::vector<int> values(64, 1);
static int leaves;

static int sum(std::size_t from, std::size_t to)
{
    if (to - from <= 16)
    {
        [[maybe_unused]] int leaf = 1;
        const auto begin = values.begin();
        return std::accumulate(begin + static_cast<long>(from), begin + static_cast<long>(to), 0);
    }
    const std::size_t middle = (from + to) / 2;
    auto lower = std::async(std::launch::async, sum, from, middle);
    const int upper = sum(middle, to);
    return lower.get() + upper;
}

int main()
{
    const int total = sum(0, values.size());
    std::printf("%d (%d)\n", total, leaves);
}
