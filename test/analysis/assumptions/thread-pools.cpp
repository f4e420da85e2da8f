// A61: a type is a pool of threads by its name, and its threads may wait; all other coroutines share their thread.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 -isystem %root/test/support/mock 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include "asio.hpp"
#include "cppcoro/io_service.hpp"
#include <unistd.h>

static asio::awaitable<void> onPool() {
  sleep(1);
  co_return;
}
static asio::awaitable<void> onLoop() {
  // CHECK: thread-pools.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps in coroutine 'onLoop'
  sleep(2);
  co_return;
}
void start(asio::io_context &Loop, asio::thread_pool &Pool) {
  asio::co_spawn(Pool, onPool(), asio::detached);
  asio::co_spawn(Loop, onLoop(), asio::detached);
}

cppcoro::task<> goesOn(cppcoro::static_thread_pool &Pool, cppcoro::io_service &Loop) {
  co_await Pool.schedule();
  sleep(3);
  co_await Loop.schedule();
  // CHECK: thread-pools.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps in coroutine 'goesOn'
  sleep(4);
}

// Only the name says what a pool is for.
class ThreadPoolOfOne {
public:
  cppcoro::schedule_operation schedule();
};
cppcoro::task<> alone(ThreadPoolOfOne &Loop) {
  co_await Loop.schedule();
  sleep(5); // missed
}

class Background {
public:
  cppcoro::schedule_operation schedule();
};
cppcoro::task<> behind(Background &Threads) {
  co_await Threads.schedule();
  // CHECK: thread-pools.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps in coroutine 'behind'
  sleep(6); // false alarm
}
