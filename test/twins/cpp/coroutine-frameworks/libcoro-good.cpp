// The scheduler waits.
#include "coro/coro.hpp"
#include <unistd.h>

coro::task<int> ping(std::shared_ptr<coro::io_scheduler> scheduler, int times)
{
    co_await scheduler->schedule();
    int answered = 0;
    for (int i = 0; i < times; ++i)
    {
        answered += i % 2;
        co_await scheduler->yield_for(std::chrono::milliseconds(2));
    }
    co_return answered;
}
