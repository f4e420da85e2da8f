// Awaiting a point in time.
#include "asio.hpp"
#include <chrono>
#include <thread>

using clock_type = std::chrono::steady_clock;

asio::awaitable<int> frames(int count) {
  auto next = clock_type::now();
  for (int i = 0; i < count; ++i) {
    next += std::chrono::milliseconds(16);
    asio::steady_timer timer(co_await asio::this_coro::executor, next);
    co_await timer.async_wait(asio::use_awaitable);
  }
  co_return count;
}
