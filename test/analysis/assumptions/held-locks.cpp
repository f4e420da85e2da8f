// A63: a lock is held for an instant, unless a function that holds it waits, or is suspended.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 -isystem %root/test/support/mock 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include "cppcoro/io_service.hpp"
#include <mutex>
#include <unistd.h>

std::mutex Short, Long, Suspended, Elsewhere, Start;
void worksForHours();

void holdsShort() { std::lock_guard Lock(Short); }
void holdsLong() {
  std::lock_guard Lock(Long);
  sleep(1);
}
cppcoro::task<> holdsSuspended(cppcoro::io_service &Service) {
  Suspended.lock();
  // CHECK: held-locks.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: 'Suspended' is waited for in coroutine 'holdsSuspended'
  co_await Service.schedule();
  Suspended.unlock();
}
void computes() {
  std::lock_guard Lock(Elsewhere);
  worksForHours();
}
// Called once, before there is any coroutine.
void startsUp() {
  std::lock_guard Lock(Start);
  sleep(1);
}

cppcoro::task<> takesAll() {
  Short.lock();
  Short.unlock();
  // CHECK: held-locks.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Long' is waited for in coroutine 'takesAll'
  Long.lock();
  Long.unlock();
  // CHECK: held-locks.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Suspended' is waited for in coroutine 'takesAll'
  Suspended.lock();
  Suspended.unlock();
  Elsewhere.lock(); // missed
  Elsewhere.unlock();
  // CHECK: held-locks.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Start' is waited for in coroutine 'takesAll'
  Start.lock(); // false alarm
  Start.unlock();
  co_return;
}
