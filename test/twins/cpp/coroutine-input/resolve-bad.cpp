// getaddrinfo asks a server.
#include "cppcoro/task.hpp"
#include <netdb.h>
#include <thread>

static int lookUp(const char *host, addrinfo **out)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    return getaddrinfo(host, "https", &hints, out); // BUG: blocking-in-coroutine
}

cppcoro::task<bool> exists(const char *host)
{
    addrinfo *found = nullptr;
    lookUp(host, &found);
    co_return found != nullptr;
}
