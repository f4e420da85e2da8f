// recv with MSG_DONTWAIT.
#include "cppcoro/task.hpp"
#include <sys/socket.h>
#include <sys/types.h>

cppcoro::task<long> drain(int Socket)
{
    char Buffer[512];
    long Total = 0;
    for (;;)
    {
        ssize_t Got = recv(Socket, Buffer, sizeof Buffer, MSG_DONTWAIT);
        if (Got <= 0)
            break;
        Total += Got;
    }
    co_return Total;
}
