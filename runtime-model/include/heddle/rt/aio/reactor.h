//===- reactor.h - which descriptors are ready ----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_REACTOR_H
#define HEDDLE_RT_AIO_REACTOR_H

#include "heddle/rt/aio/callback.h"
#include <unordered_map>

namespace heddle::rt::aio::detail {

/// A set of descriptors, watched by epoll (level-triggered: a descriptor is
/// reported as long as it is ready).
///
/// Thread safety: none; the loop's thread.
/// Invariants: a descriptor is in the epoll set while it has a reader or a
/// writer. An error or a hang-up is reported to both. A descriptor must be
/// removed before it is closed; one that was not is reported by remove().
class reactor {
public:
  using callback = std::shared_ptr<callback_state>;
  enum class direction : unsigned char { read, write };

  reactor();
  ~reactor();
  reactor(const reactor &) = delete;
  reactor &operator=(const reactor &) = delete;

  /// Replaces what was set before. Throws std::system_error, for example for a
  /// regular file, which epoll cannot watch.
  void add(int fd, direction way, callback told);
  /// False if nothing was set. `stale` becomes true if the descriptor had been
  /// closed in the meantime.
  bool remove(int fd, direction way, bool &stale);
  bool empty() const noexcept { return watched.empty(); }
  /// Forgets all callbacks.
  void clear();

  /// Waits up to `milliseconds` (-1: for ever) and gives each ready descriptor's
  /// callbacks to `told`.
  template <class F> void poll(int milliseconds, F told) {
    const int count = wait(milliseconds);
    for (int i = 0; i < count; ++i)
      for (callback &ready : ready_callbacks(i))
        if (ready)
          told(std::move(ready));
  }

  /// A descriptor that is always watched and has no callback.
  void watch_quietly(int fd);

private:
  struct interest {
    callback reader;
    callback writer;
  };
  struct two_callbacks {
    callback both[2];
    callback *begin() { return both; }
    callback *end() { return both + 2; }
  };

  int wait(int milliseconds);
  two_callbacks ready_callbacks(int event) const;
  int update(int fd, int operation, const interest &now) noexcept;

  struct events;
  std::unique_ptr<events> ready;
  std::unordered_map<int, interest> watched;
  int fd;
};

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_AIO_REACTOR_H
