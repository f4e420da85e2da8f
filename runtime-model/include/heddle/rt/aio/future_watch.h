//===- future_watch.h - several futures, and which of them are done -------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What gather, wait and as_completed have in common.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_FUTURE_WATCH_H
#define HEDDLE_RT_AIO_FUTURE_WATCH_H

#include "heddle/rt/aio/event_loop.h"

namespace heddle::rt::aio::detail {

/// Watches futures from its construction on.
///
/// Thread safety: none; one waiting task.
/// Invariants: `order` holds the places of the futures that are done, in the
/// order in which they were done (at first: in the order given). Told only by
/// futures that were not done when it was made.
class future_watch {
public:
  enum class stop_at : unsigned char {
    count_only,
    /// Or as soon as one has an exception.
    exception,
    /// Or as soon as one has an exception or was cancelled.
    failure,
  };
  class awaiter;

  explicit future_watch(std::vector<std::shared_ptr<future_core>> futures);
  ~future_watch();
  future_watch(const future_watch &) = delete;
  future_watch &operator=(const future_watch &) = delete;

  std::size_t size() const noexcept { return futures.size(); }
  const std::vector<std::shared_ptr<future_core>> &all() const noexcept { return futures; }
  const std::vector<std::size_t> &completed() const noexcept { return order; }
  /// The first in the order of completion that was cancelled or has an
  /// exception; null: none.
  future_core *first_failure() const noexcept { return failed; }

  /// Waits until `count` are done, or `early` holds; to false if the deadline
  /// came first. `pass_on`: a cancellation of the waiting task goes to all the
  /// futures, and is thrown when they are all done.
  awaiter until(std::size_t count, stop_at early, const deadline &end, bool pass_on = false);

private:
  struct link final : completion {
    void completed(future_core &done) override { to->note(place, done); }
    future_watch *to = nullptr;
    std::size_t place = 0;
  };

  void note(std::size_t place, future_core &done);
  bool enough() const noexcept;

  std::vector<std::shared_ptr<future_core>> futures;
  std::unique_ptr<link[]> links;
  std::vector<std::size_t> order;
  future_core *failed = nullptr;
  bool has_exception = false;
  std::size_t wanted = 0;
  stop_at early = stop_at::count_only;
  awaiter *waiting = nullptr;
};

class future_watch::awaiter final : public waiter, public timer {
public:
  awaiter(future_watch &watch, const deadline &end, bool pass_on) noexcept : watch(watch), end(end), pass_on(pass_on) {}
  ~awaiter() { stop(); }

  bool await_ready() const noexcept { return watch.enough() || (!end.is_never() && end.passed()); }
  template <std::derived_from<async_frame> Promise> void await_suspend(std::coroutine_handle<Promise> handle) {
    loop = &get_running_loop();
    if (!end.is_never())
      loop->add_timer(*this, end.when());
    watch.waiting = this;
    suspend(handle);
  }
  /// False if the deadline came first.
  bool await_resume() {
    stop();
    resumed();
    if (cancelled)
      throw cancelled_error(reason);
    return watch.enough();
  }

private:
  friend class future_watch;
  void enough_are_done() {
    stop();
    wake();
  }
  void reached() override { enough_are_done(); }
  void cancel(const std::string &message, std::vector<future_core *> &others) override;
  void stop() noexcept {
    watch.waiting = nullptr;
    if (pending())
      loop->remove_timer(*this);
  }

  future_watch &watch;
  deadline end;
  bool pass_on;
  bool cancelled = false;
  std::string reason;
  event_loop *loop = nullptr;
};

inline future_watch::awaiter future_watch::until(std::size_t count, stop_at stop, const deadline &end, bool pass_on) {
  wanted = count;
  early = stop;
  return awaiter(*this, end, pass_on);
}

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_AIO_FUTURE_WATCH_H
