// A loop of read on a descriptor that does not block: EAGAIN leads to the next await.
#include "cppcoro/io_service.hpp"
#include <cerrno>
#include <unistd.h>

cppcoro::task<bool> readAll(cppcoro::io_service &io, int fd, char *to, size_t size)
{
    size_t got = 0;
    while (got < size)
    {
        ssize_t n = read(fd, to + got, size - got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        {
            co_await io.schedule();
            continue;
        }
        if (n <= 0)
            co_return false;
        got += static_cast<size_t>(n);
    }
    (void)io;
    co_return true;
}
