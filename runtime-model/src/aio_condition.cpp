//===- aio_condition.cpp - tasks wait until shared data has changed -------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/condition.h"

namespace heddle::rt::aio {

class condition::awaiter final : public detail::receiver {
public:
  explicit awaiter(condition &changed) noexcept : changed(changed) {}
  ~awaiter() {
    if (granted)
      changed.wake(1);
  }
  bool await_ready() const noexcept { return false; }
  template <class Promise> void await_suspend(std::coroutine_handle<Promise> handle) {
    changed.waiters.push_back(*this);
    suspend(handle);
  }
  void await_resume() { take_granted(); }

private:
  condition &changed;
};

task<> condition::wait() {
  refuse_without_lock("wait");
  guard.release();
  std::exception_ptr cancellation;
  try {
    co_await awaiter(*this);
  } catch (const cancelled_error &) {
    cancellation = std::current_exception();
  }
  // The caller's scope will release the lock: it must be held whatever happens.
  while (!guard.held()) {
    try {
      co_await guard.acquire();
    } catch (const cancelled_error &) {
      cancellation = std::current_exception();
    }
  }
  if (cancellation)
    std::rethrow_exception(cancellation);
}

void condition::notify(std::size_t count) {
  refuse_without_lock("notify");
  wake(count);
}

void condition::wake(std::size_t count) {
  for (; count > 0 && !waiters.empty(); --count)
    static_cast<awaiter &>(*waiters.front()).grant();
}

void condition::refuse_without_lock(const char *what) const {
  if (!guard.held())
    throw misuse_error(std::string("condition: ") + what + "() without the lock");
}

} // namespace heddle::rt::aio
