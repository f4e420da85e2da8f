// usleep where the scheduler of libcoro could wait.
#include "coro/coro.hpp"
#include <unistd.h>

coro::task<int> ping(std::shared_ptr<coro::io_scheduler> scheduler, int times)
{
    co_await scheduler->schedule();
    int answered = 0;
    for (int i = 0; i < times; ++i)
    {
        answered += i % 2;
        usleep(2000); // BUG: blocking-in-coroutine
    }
    co_return answered;
}
