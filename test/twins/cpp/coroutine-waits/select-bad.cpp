// select as a sleep of half a second.
#include "cppcoro/io_service.hpp"
#include <sys/select.h>

static bool readable(int fd, long microseconds)
{
    fd_set set;
    FD_ZERO(&set);
    FD_SET(fd, &set);
    timeval limit;
    limit.tv_sec = 0;
    limit.tv_usec = microseconds;
    return select(fd + 1, &set, nullptr, nullptr, &limit) > 0; // BUG: blocking-in-coroutine
}

cppcoro::task<> untilReadable(cppcoro::io_service &io, int fd)
{
    while (!readable(fd, 500000))
        co_await io.schedule();
}
