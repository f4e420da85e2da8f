// Both counters are atomics, stepped with relaxed order.
#include <atomic>
#include <cstdio>
#include <thread>

struct Metrics
{
    std::atomic<unsigned> requests{0};
    std::atomic<unsigned> failures{0};
};

static Metrics metrics;

static void handle(unsigned id)
{
    metrics.requests.fetch_add(1, std::memory_order_relaxed);
    if (id % 5 == 0)
        metrics.failures.fetch_add(1, std::memory_order_relaxed);
}

int main()
{
    auto serve = [](unsigned from) {
        for (unsigned id = from; id < from + 60; ++id)
            handle(id);
    };
    std::thread one(serve, 0U);
    std::thread two(serve, 60U);
    one.join();
    two.join();
    const unsigned all = metrics.requests;
    const unsigned bad = metrics.failures;
    std::printf("%u of %u failed\n", bad, all);
}
