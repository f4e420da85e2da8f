//===- mailbox.h - how other threads reach an event loop ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_MAILBOX_H
#define HEDDLE_RT_AIO_MAILBOX_H

#include "heddle/rt/aio/callback.h"
#include <atomic>
#include <mutex>
#include <vector>

namespace heddle::rt::aio::detail {

/// Callbacks from other threads, and the descriptor that wakes the loop.
///
/// Shared by the loop and by whoever may finish work for it, so that a worker
/// that comes too late finds a closed box and not a destroyed loop.
///
/// Thread safety: post() from all threads, the rest from the loop's thread.
/// Invariant (no lost wake-up): if the box is not empty, the descriptor is
/// readable. post() writes to it when the box stops being empty, under the lock;
/// take() first reads the descriptor and then empties the box, under the lock.
class mailbox {
public:
  using letters = std::vector<std::shared_ptr<callback_state>>;

  mailbox();
  ~mailbox();
  mailbox(const mailbox &) = delete;
  mailbox &operator=(const mailbox &) = delete;

  /// False if the loop is closed: the callback will not be made.
  bool post(std::shared_ptr<callback_state> letter);
  letters take();
  /// Refuses from now on; what was posted and not taken is dropped.
  void close();

  /// An eventfd. Readable while there is something to take.
  int descriptor() const noexcept { return fd; }
  /// May say no while another thread is posting; then the descriptor will be
  /// readable when it has. Relaxed: take() synchronises by the lock.
  bool maybe_filled() const noexcept { return filled.load(std::memory_order_relaxed); }

private:
  std::mutex m;
  letters posted;
  bool closed = false;
  std::atomic<bool> filled = false;
  int fd;
};

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_AIO_MAILBOX_H
