// A lambda that is called on the spot sleeps.
#include "folly/coro/Task.h"
#include <chrono>
#include <thread>

folly::coro::Task<int> measure()
{
    int result = 0;
    auto probe = [&result](int times)
    {
        std::this_thread::sleep_for(std::chrono::seconds(times)); // BUG: blocking-in-coroutine
        result += times;
    };
    probe(2);
    co_return result;
}
