// The task is awaited where the caller runs.
#include "folly/coro/Task.h"
#include <chrono>
#include <thread>

static folly::coro::Task<int> hash(int rounds)
{
    int value = rounds;
    std::this_thread::sleep_for(std::chrono::milliseconds(rounds)); // BUG: blocking-in-coroutine
    co_return value * 31;
}

folly::coro::Task<int> login(folly::CPUThreadPoolExecutor &pool)
{
    (void)pool;
    co_return co_await hash(100);
}
