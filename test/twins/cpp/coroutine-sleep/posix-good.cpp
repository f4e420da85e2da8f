// A timer between two attempts, in an asio coroutine.
#include "asio.hpp"
#include <unistd.h>

static bool tryOnce(int attempt) { return attempt > 3; }

asio::awaitable<bool> retry(int attempts)
{
    for (int i = 0; i < attempts; i++)
    {
        if (tryOnce(i))
            co_return true;
        asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(200));
        co_await timer.async_wait(asio::use_awaitable);
    }
    co_return false;
}

int main()
{
    asio::io_context io;
    asio::co_spawn(io, retry(5), asio::detached);
    io.run();
}
