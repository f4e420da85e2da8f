// The coroutine runs on a thread pool.
#include "asio.hpp"
#include <chrono>
#include <thread>

static asio::awaitable<void> crunch(int rounds)
{
    while (rounds-- > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    co_return;
}

int main()
{
    asio::io_context io;
    asio::thread_pool pool(4);
    asio::co_spawn(pool, crunch(50), asio::detached);
    io.run();
    pool.join();
}
