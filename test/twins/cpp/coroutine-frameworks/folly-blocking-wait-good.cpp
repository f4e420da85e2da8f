// blockingWait in main.
#include "folly/coro/Sleep.h"

folly::coro::Task<int> inner() {
  co_await folly::coro::sleep(std::chrono::milliseconds(1));
  co_return 3;
}

folly::coro::Task<int> outer() {
  int value = co_await inner();
  co_return value + 1;
}

int main() { return folly::coro::blockingWait(outer()); }
