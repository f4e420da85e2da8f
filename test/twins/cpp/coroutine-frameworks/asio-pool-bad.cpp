// The coroutine runs on the io_context.
#include "asio.hpp"
#include <chrono>
#include <thread>

static asio::awaitable<void> crunch(int rounds)
{
    while (rounds-- > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(20)); // BUG: blocking-in-coroutine
    co_return;
}

int main()
{
    asio::io_context io;
    asio::thread_pool pool(4);
    asio::co_spawn(io, crunch(50), asio::detached);
    io.run();
    pool.join();
}
