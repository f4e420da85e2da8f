// try_acquire() does not wait.
#include "cppcoro/io_service.hpp"
#include <semaphore>

std::counting_semaphore<8> slots(8);

cppcoro::task<> transfer(cppcoro::io_service &io)
{
    while (!slots.try_acquire())
        co_await io.schedule();
    co_await io.schedule();
    slots.release();
}
