// Sleeping until a point in time.
#include "asio.hpp"
#include <chrono>
#include <thread>

using clock_type = std::chrono::steady_clock;

asio::awaitable<int> frames(int count) {
  auto next = clock_type::now();
  for (int i = 0; i < count; ++i) {
    next += std::chrono::milliseconds(16);
    std::this_thread::sleep_until(next); // BUG: blocking-in-coroutine
  }
  co_return count;
}
