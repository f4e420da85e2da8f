// A60: a coroutine that only yields is a function of whoever drives it; one that returns a result is never suspended.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 -isystem %root/test/support/mock 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include "cppcoro/generator.hpp"
#include "cppcoro/io_service.hpp"
#include <unistd.h>

cppcoro::generator<int> slow() {
  for (int I = 0; I < 3; ++I) {
    sleep(1);
    co_yield I;
  }
}

int drives() {
  int Sum = 0;
  for (int I : slow())
    Sum += I;
  return Sum;
}

cppcoro::generator<int> slower() {
  // CHECK: generators.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps below coroutine 'drivesInCoroutine'
  sleep(2);
  co_yield 1;
}

cppcoro::task<int> drivesInCoroutine() {
  int Sum = 0;
  for (int I : slower())
    Sum += I;
  co_return Sum;
}

cppcoro::async_generator<int> awaited() {
  sleep(3); // missed: nobody is seen to await it
  co_yield 1;
}

// Driven where it is not seen: by a loop of the coroutine that it was given to.
cppcoro::generator<int> givenAway() {
  // CHECK: generators.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'sleep' sleeps below coroutine 'gives'
  sleep(4);
  co_yield 1;
}
cppcoro::task<> takes(cppcoro::generator<int> Numbers);
cppcoro::task<> gives() { co_await takes(givenAway()); }
