// The task is started on a pool of threads.
#include "folly/coro/Task.h"
#include <chrono>
#include <thread>

static folly::coro::Task<int> hash(int rounds)
{
    int value = rounds;
    std::this_thread::sleep_for(std::chrono::milliseconds(rounds));
    co_return value * 31;
}

folly::coro::Task<int> login(folly::CPUThreadPoolExecutor &pool)
{
    co_return co_await folly::coro::co_withExecutor(&pool, hash(100));
}
