// acquire() waits for a permit.
#include "cppcoro/io_service.hpp"
#include <semaphore>

std::counting_semaphore<8> slots(8);

cppcoro::task<> transfer(cppcoro::io_service &io)
{
    slots.acquire(); // BUG: blocking-in-coroutine
    co_await io.schedule();
    slots.release();
}
