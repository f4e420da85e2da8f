//===- event.h - a flag between processes --------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_EVENT_H
#define HEDDLE_RT_MP_EVENT_H

#include "heddle/rt/mp/monitor.h"
#include "heddle/rt/mp/shared_block.h"

namespace heddle::rt::mp {

/// A flag that processes wait for; a handle, whose copies are the same event.
///
/// Python: multiprocessing.Event.
/// Thread safety: from all threads of all processes that have a handle.
/// Invariant: a wait that begins after set() and before clear() does not block.
/// Who sleeps while the flag is set and at once cleared again may miss it.
class event {
public:
  event() : shared(handle::make(0, false)) {}

  bool is_set() const { return shared->look(); }
  void set() {
    shared->change([](bool &flag) { flag = true; });
  }
  void clear() {
    shared->change([](bool &flag) { flag = false; });
  }
  /// Waits until it is set; false if the timeout came first.
  bool wait(timeout limit = {}) {
    return shared->when(deadline(limit), [](const bool &flag) { return flag; });
  }

  /// For the arguments of a process.
  void to_wire(wire_writer &out) const { shared.to_wire(out); }
  static event from_wire(wire_reader &in) { return event(handle::from_wire(in)); }

private:
  using handle = detail::shared_object<detail::monitor<bool>>;
  explicit event(handle inherited) : shared(std::move(inherited)) {}

  handle shared;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_EVENT_H
