// select with a time of zero.
#include "cppcoro/io_service.hpp"
#include <sys/select.h>

static bool readable(int fd, long microseconds)
{
    fd_set set;
    FD_ZERO(&set);
    FD_SET(fd, &set);
    (void)microseconds;
    timeval limit = {0, 0};
    return select(fd + 1, &set, nullptr, nullptr, &limit) > 0;
}

cppcoro::task<> untilReadable(cppcoro::io_service &io, int fd)
{
    while (!readable(fd, 500000))
        co_await io.schedule();
}
