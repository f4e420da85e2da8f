// The coroutine waits in its handler of errors.
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
      std::this_thread::sleep_for(std::chrono::milliseconds(100) * i); // BUG: blocking-in-coroutine
      failed = true;
    }
    if (!failed)
      co_return i;
  }
}
