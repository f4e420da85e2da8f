// A coroutine that suspends while it holds a lock.
// RUN: %overlap %s --checks=cppcoreguidelines-no-suspend-with-lock,misc-coroutine-hostile-raii

#include "Inputs/task.h"
#include <mutex>

static std::mutex Mutex;

Task lockGuard() {
  std::lock_guard<std::mutex> Lock(Mutex); // REPORTS: misc-coroutine-hostile-raii
  co_await std::suspend_always{}; // REPORTS: cppcoreguidelines-no-suspend-with-lock
}

Task deduced() {
  std::scoped_lock Lock(Mutex); // REPORTS: misc-coroutine-hostile-raii
  co_await std::suspend_always{};
}

Task scopedLock() {
  std::scoped_lock<std::mutex> Lock(Mutex); // REPORTS: misc-coroutine-hostile-raii
  co_await std::suspend_always{}; // REPORTS: cppcoreguidelines-no-suspend-with-lock
}

Task uniqueLock() {
  std::unique_lock<std::mutex> Lock(Mutex);
  co_await std::suspend_always{}; // REPORTS: cppcoreguidelines-no-suspend-with-lock
}

Task givenBack() {
  std::unique_lock<std::mutex> Lock(Mutex);
  Lock.unlock();
  co_await std::suspend_always{}; // REPORTS: cppcoreguidelines-no-suspend-with-lock
}

Task byHand() {
  Mutex.lock();
  co_await std::suspend_always{};
  Mutex.unlock();
}
