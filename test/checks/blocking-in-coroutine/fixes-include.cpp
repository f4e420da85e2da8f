// The header with the awaitable sleep is included.
// RUN: %check_heddle %s

#include "asio/awaitable.hpp"
#include <unistd.h>
// CHECK-FIXES: #include <asio/steady_timer.hpp>

asio::awaitable<void> rest() {
  sleep(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep' sleeps in coroutine 'rest'
  // CHECK-FIXES: co_await asio::steady_timer(co_await asio::this_coro::executor, std::chrono::seconds(1)).async_wait(asio::use_awaitable);
  co_return;
}
