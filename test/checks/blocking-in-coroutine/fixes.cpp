// The awaitable sleep of each framework takes the place of the blocking one.
// RUN: %check_heddle %s

#include "asio.hpp"
#include "boost/asio.hpp"
#include "coro/coro.hpp"
#include "cppcoro/io_service.hpp"
#include "folly/coro/Sleep.h"
#include "heddle/rt/aio/sleep.h"
#include "qcoro/qcorotimer.h"
#include "seastar/core/sleep.hh"
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;

asio::awaitable<void> withAsio(std::chrono::milliseconds Time) {
  std::this_thread::sleep_for(2 * Time);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'withAsio': nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await asio::steady_timer(co_await asio::this_coro::executor, 2 * Time).async_wait(asio::use_awaitable);
  co_return;
}

boost::asio::awaitable<void> withBoost() {
  sleep(3);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep' sleeps in coroutine 'withBoost': nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await boost::asio::steady_timer(co_await boost::asio::this_coro::executor, std::chrono::seconds(3)).async_wait(boost::asio::use_awaitable);
  co_return;
}

folly::coro::Task<void> withFolly() {
  usleep(250);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'usleep' sleeps in coroutine 'withFolly': nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await folly::coro::sleep(std::chrono::microseconds(250));
  co_return;
}

seastar::future<> withSeastar() {
  std::this_thread::sleep_for(1s);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'withSeastar': nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await seastar::sleep(1s);
  co_return;
}

QCoro::Task<> withQt() {
  std::this_thread::sleep_for(std::chrono::milliseconds{5});
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'withQt': nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await QCoro::sleepFor(std::chrono::milliseconds{5});
  co_return;
}

heddle::rt::aio::task<void> withHeddle() {
  for (int I = 0; I < 3; ++I)
    std::this_thread::sleep_for(10ms);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'withHeddle': nothing else runs on its thread meanwhile
    // CHECK-FIXES: co_await heddle::rt::aio::sleep(10ms);
  co_return;
}

coro::task<void> withLibcoro(std::shared_ptr<coro::io_scheduler> Scheduler) {
  std::this_thread::sleep_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'withLibcoro': nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await Scheduler->yield_for(10ms);
  co_return;
}

cppcoro::task<> withCppcoro(cppcoro::io_service &Service) {
  std::this_thread::sleep_for(10ms);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'withCppcoro': nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await Service.schedule_after(10ms);
  co_return;
}

// A lambda that is a coroutine.
auto Lambda = []() -> asio::awaitable<void> {
  usleep(1000);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'usleep' sleeps in a coroutine: nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await asio::steady_timer(co_await asio::this_coro::executor, std::chrono::microseconds(1000)).async_wait(asio::use_awaitable);
  co_return;
};

// An instantiation of a template: once for the line.
template <class Period> heddle::rt::aio::task<void> tick(Period Time) {
  std::this_thread::sleep_for(Time);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'tick': nothing else runs on its thread meanwhile
  // CHECK-FIXES: co_await heddle::rt::aio::sleep(Time);
  co_return;
}
heddle::rt::aio::task<void> ticks() {
  co_await tick(1s);
  co_await tick(1ms);
}
