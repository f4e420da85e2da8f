// recv on a socket in its ordinary mode.
#include "cppcoro/task.hpp"
#include <sys/socket.h>
#include <sys/types.h>

cppcoro::task<long> drain(int Socket)
{
    char Buffer[512];
    long Total = 0;
    for (;;)
    {
        ssize_t Got = recv(Socket, Buffer, sizeof Buffer, 0); // BUG: blocking-in-coroutine
        if (Got <= 0)
            break;
        Total += Got;
    }
    co_return Total;
}
