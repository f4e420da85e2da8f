// blockingWait inside of a coroutine.
#include "folly/coro/Sleep.h"

folly::coro::Task<int> inner() {
  co_await folly::coro::sleep(std::chrono::milliseconds(1));
  co_return 3;
}

folly::coro::Task<int> outer() {
  int value = folly::coro::blockingWait(inner()); // BUG: blocking-in-coroutine
  co_return value + 1;
}

int main() { return folly::coro::blockingWait(outer()); }
