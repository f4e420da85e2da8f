// The coroutine calls a function that calls a function that sleeps.
#include "cppcoro/task.hpp"
#include <thread>

namespace {
void backoff(int attempt) {
  std::this_thread::sleep_for(std::chrono::milliseconds(10 << attempt)); // BUG: blocking-in-coroutine
}

bool attemptOnce(int attempt) { return attempt == 2; }

bool withRetries(int limit) {
  for (int attempt = 0; attempt < limit; ++attempt) {
    if (attemptOnce(attempt))
      return true;
    backoff(attempt);
  }
  return false;
}
} // namespace

cppcoro::task<bool> upload() { co_return withRetries(5); }
