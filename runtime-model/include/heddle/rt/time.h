//===- time.h - timeouts and deadlines -----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_TIME_H
#define HEDDLE_RT_TIME_H

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace heddle::rt {

/// The clock of all timeouts: it never goes back and does not follow changes
/// of the wall clock. Python: time.monotonic().
using clock = std::chrono::steady_clock;

/// How long a call may wait at most; std::nullopt (the default everywhere)
/// waits for ever, zero and less only look. Any chrono duration of whole
/// nanoseconds or coarser converts: `t.join(100ms)`.
/// Python: timeout=None or seconds.
using timeout = std::optional<std::chrono::nanoseconds>;

/// The longest timeout; a longer wait is the same as for ever.
/// Python: threading.TIMEOUT_MAX.
inline constexpr std::chrono::nanoseconds timeout_max = std::chrono::nanoseconds::max();

/// The point in time at which a wait ends, made once from a timeout, so that
/// waking up early and waiting again does not make the wait longer.
/// Thread safety: a value; const functions from all threads.
class deadline {
public:
  /// Never.
  deadline() = default;
  /// `limit` from now; never, if the sum lies beyond the clock's range.
  deadline(timeout limit) : at(limit ? after(*limit) : std::nullopt) {}
  explicit deadline(clock::time_point when) : at(when) {}

  bool is_never() const { return !at; }
  bool passed() const { return at && clock::now() >= *at; }
  /// Only if it is not never.
  clock::time_point when() const { return *at; }
  /// The time left, not less than zero; std::nullopt: for ever.
  timeout left() const {
    if (!at)
      return std::nullopt;
    return std::max(std::chrono::nanoseconds::zero(), std::chrono::nanoseconds(*at - clock::now()));
  }

private:
  static std::optional<clock::time_point> after(std::chrono::nanoseconds limit) {
    clock::time_point now = clock::now();
    if (limit > clock::time_point::max() - now)
      return std::nullopt;
    return now + std::max(limit, std::chrono::nanoseconds::zero());
  }

  std::optional<clock::time_point> at;
};

namespace detail {

/// Waits until `ready()` holds; false if the deadline came first.
template <class Predicate>
bool wait_until(std::condition_variable &changed, std::unique_lock<std::mutex> &held, const deadline &end,
                Predicate ready) {
  if (!end.is_never())
    return changed.wait_until(held, end.when(), ready);
  changed.wait(held, ready);
  return true;
}

} // namespace detail
} // namespace heddle::rt

#endif // HEDDLE_RT_TIME_H
