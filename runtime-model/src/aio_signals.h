//===- aio_signals.h - signals as callbacks of a loop ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_SRC_AIO_SIGNALS_H
#define HEDDLE_RT_SRC_AIO_SIGNALS_H

#include "heddle/rt/aio/event_loop.h"
#include <csignal>
#include <map>

namespace heddle::rt::aio::detail {

/// Turns signals into callbacks by a pipe to ourselves: the handler, which may
/// run in any thread and between any two instructions, only writes the signal's
/// number to a pipe that the loop reads. (A signalfd would need the signal
/// blocked in every thread of the program.)
///
/// Thread safety: the loop's thread. Invariant: while a signal is in `watched`,
/// the process's table names our pipe for it.
class signal_watcher {
public:
  explicit signal_watcher(event_loop &loop);
  ~signal_watcher();

  /// Throws misuse_error if another loop watches it, std::system_error if it
  /// cannot be caught.
  void add(int signal, std::shared_ptr<callback_state> callback);
  bool remove(int signal);
  bool empty() const noexcept { return watched.empty(); }

private:
  struct entry {
    std::shared_ptr<callback_state> callback;
    struct sigaction former;
  };
  void deliver();
  void restore(int signal, const entry &gone) noexcept;

  event_loop &loop;
  int pipe_ends[2];
  std::map<int, entry> watched;
};

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_SRC_AIO_SIGNALS_H
