// The lambda is given to a thread.
#include "folly/coro/Task.h"
#include <chrono>
#include <thread>

folly::coro::Task<int> measure()
{
    int result = 0;
    auto probe = [&result](int times)
    {
        std::this_thread::sleep_for(std::chrono::seconds(times));
        result += times;
    };
    std::thread prober(probe, 2);
    prober.detach();
    co_return result;
}
