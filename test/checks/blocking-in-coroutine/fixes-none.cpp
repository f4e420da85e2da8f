// Where co_await may not stand, or would do more than sleep, there is no fix.
// RUN: %check_heddle %s

#include "asio.hpp"
#include "cppcoro/io_service.hpp"
#include "folly/coro/Sleep.h"
#include <mutex>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

static void helper() { sleep(1); }
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'sleep' sleeps below coroutine 'below': nothing else runs on its thread meanwhile
// CHECK-NOTES: :[[@LINE+4]]:3: note: reached through this call of 'helper'
// CHECK-NOTES: :[[@LINE-3]]:24: note: await a timer instead

asio::awaitable<void> below() {
  helper();
  auto Plain = [] { sleep(2); };
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'sleep' sleeps below coroutine 'below': nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE+2]]:3: note: reached through this call of 'operator()'
  // CHECK-NOTES: :[[@LINE-3]]:21: note: await a timer instead
  Plain();
  co_return;
}

void work();

asio::awaitable<void> inHandler() {
  try {
    work();
  } catch (...) {
    sleep(3);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'sleep' sleeps in coroutine 'inHandler': nothing else runs on its thread meanwhile
    // CHECK-NOTES: :[[@LINE-2]]:5: note: 'asio::steady_timer(co_await asio::this_coro::executor, std::chrono::seconds(3)).async_wait(asio::use_awaitable)' suspends nothing but the coroutine
  }
  co_return;
}

std::mutex Mutex;

asio::awaitable<void> underLock() {
  std::lock_guard Lock(Mutex);
  sleep(4);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep' sleeps in coroutine 'underLock': nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE-2]]:3: note: await a timer instead
  co_return;
}

asio::awaitable<unsigned> usesResult() {
  if (sleep(5))
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'sleep' sleeps in coroutine 'usesResult': nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE-2]]:7: note: 'asio::steady_timer(co_await asio::this_coro::executor, std::chrono::seconds(5)).async_wait(asio::use_awaitable)' suspends nothing but the coroutine
    co_return 1;
  co_return 0;
}

#define PAUSE sleep(6)
asio::awaitable<void> inMacro() {
  PAUSE;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep' sleeps in coroutine 'inMacro': nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE-4]]:15: note: expanded from macro 'PAUSE'
  // CHECK-NOTES: :[[@LINE-3]]:3: note: await a timer instead
  // CHECK-NOTES: :[[@LINE-6]]:15: note: expanded from macro 'PAUSE'
  co_return;
}

// Folly counts in microseconds.
folly::coro::Task<void> tooFine() {
  std::this_thread::sleep_for(10ns);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'tooFine': nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE-2]]:3: note: await a timer instead
  co_return;
}

// No scheduler at hand.
cppcoro::task<> alone() {
  std::this_thread::sleep_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'alone': nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE-2]]:3: note: await a timer instead
  co_return;
}

// A callback cannot await.
void start(asio::io_context &Loop) {
  asio::post(Loop, [] { sleep(7); });
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: 'sleep' sleeps in a function that an event loop calls: nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE-2]]:3: note: it is handed to the event loop here
  // CHECK-NOTES: :[[@LINE-3]]:25: note: let a timer of the event loop call what comes next
}
