// getaddrinfo in a thread of its own.
#include "cppcoro/task.hpp"
#include <netdb.h>
#include <thread>

static int lookUp(const char *host, addrinfo **out)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    return getaddrinfo(host, "https", &hints, out);
}

struct LookUp
{
    const char *host;
    addrinfo *found = nullptr;
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        std::jthread([this, handle] { lookUp(host, &found); handle.resume(); }).detach();
    }
    addrinfo *await_resume() { return found; }
};
cppcoro::task<bool> exists(const char *host)
{
    addrinfo *found = nullptr;
    found = co_await LookUp{host};
    co_return found != nullptr;
}
