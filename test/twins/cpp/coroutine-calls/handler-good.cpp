// The handler only notes the error; the wait comes afterwards, and suspends.
#include "asio.hpp"
#include <chrono>
#include <stdexcept>
#include <thread>

void tryToOpen();

asio::awaitable<int> open(int attempts) {
  for (int i = 1;; ++i) {
    bool failed = false;
    try {
      tryToOpen();
    } catch (const std::runtime_error &) {
      if (i == attempts)
        throw;
      failed = true;
    }
    if (!failed)
      co_return i;
    asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(100) * i);
    co_await timer.async_wait(asio::use_awaitable);
  }
}
