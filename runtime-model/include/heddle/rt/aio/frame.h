//===- frame.h - what the frames of a chain of awaits know of one another -===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A coroutine that awaits another would, resumed by an ordinary call, stand on
// the stack below it, and a chain of a million awaits would overflow it.
// Symmetric transfer avoids that only where the compiler turns the transfer
// into a jump, which GCC does not do without optimisation. So no coroutine
// here resumes another: it names the next one to its execution and returns,
// and the execution's loop resumes that one (a trampoline). Destruction is a
// loop too: a chain is destroyed from its innermost frame outwards, in the
// order in which an exception would have left it.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_FRAME_H
#define HEDDLE_RT_AIO_FRAME_H

#include <coroutine>
#include <utility>

namespace heddle::rt::aio::detail {

/// Runs the frames of one chain, one at a time.
/// Thread safety: none; a chain runs on one thread at a time.
class execution {
public:
  /// Resumes `first`, then whatever each resumed coroutine named, until one
  /// names nothing: it waits for something, or the chain has ended.
  void run_chain(std::coroutine_handle<> first) {
    next = first;
    do
      std::exchange(next, nullptr).resume();
    while (next);
  }

  /// Called by a coroutine that is about to suspend: `handle` goes on.
  void transfer_to(std::coroutine_handle<> handle) noexcept { next = handle; }

private:
  std::coroutine_handle<> next;
};

struct frame;

/// A handle's untyped part: what a chain needs in order to take a frame away
/// from its owner.
class frame_owner {
public:
  frame_owner() = default;
  frame_owner(const frame_owner &) = delete;
  frame_owner &operator=(const frame_owner &) = delete;

protected:
  frame *held = nullptr;
  friend void destroy_chain(frame &top) noexcept;
};

/// The base of every promise: one link of a chain of awaits.
/// Invariants: a callee's `caller` is this frame. `owner` is the one handle
/// that destroys the frame, wherever that handle is moved.
struct frame {
  std::coroutine_handle<> self;
  frame_owner *owner = nullptr;
  /// Who runs this frame; null before it is started.
  execution *runner = nullptr;
  /// The frame that waits for this one, and the one this one waits for.
  frame *caller = nullptr;
  frame *callee = nullptr;

  /// Makes `other` go on in place of this frame, and this one after it.
  void call(frame &other) noexcept {
    other.runner = runner;
    other.caller = this;
    callee = &other;
    runner->transfer_to(other.self);
  }

  /// Goes back to the caller, if there is one.
  void give_back() noexcept {
    if (!caller)
      return;
    caller->callee = nullptr;
    runner->transfer_to(caller->self);
  }
};

/// The last thing a coroutine does: it goes back to its caller. Its frame stays
/// until its owner has taken the result.
struct final_awaiter {
  bool await_ready() const noexcept { return false; }
  template <class Promise> void await_suspend(std::coroutine_handle<Promise> handle) const noexcept {
    handle.promise().give_back();
  }
  void await_resume() const noexcept {}
};

/// Destroys the frames that `top` awaits, innermost first, then `top`.
inline void destroy_chain(frame &top) noexcept {
  frame *last = &top;
  while (last->callee)
    last = last->callee;
  while (last != &top) {
    frame *caller = last->caller;
    caller->callee = nullptr;
    // Its owner lives in the caller's frame and must not destroy it again.
    last->owner->held = nullptr;
    last->self.destroy();
    last = caller;
  }
  top.self.destroy();
}

/// A handle that owns a frame whose promise is a `Promise`. Destroying it
/// destroys the frame with all frames it awaits. Move-only.
template <class Promise> class owned_frame : public frame_owner {
public:
  owned_frame() = default;
  explicit owned_frame(Promise &promise) noexcept { adopt(&promise); }
  owned_frame(owned_frame &&other) noexcept { adopt(other.release()); }
  owned_frame &operator=(owned_frame &&other) noexcept {
    if (this != &other) {
      reset();
      adopt(other.release());
    }
    return *this;
  }
  ~owned_frame() { reset(); }

  explicit operator bool() const noexcept { return held; }
  Promise &promise() const noexcept { return *static_cast<Promise *>(held); }
  bool done() const noexcept { return held->self.done(); }

  /// Destroys a frame that is at its end: it awaits nothing any more.
  void reset_ended() noexcept { std::coroutine_handle<Promise>::from_promise(*release()).destroy(); }
  /// Destroys the frame, if any. The frame must not be running.
  void reset() noexcept {
    if (Promise *promise = release())
      destroy_chain(*promise);
  }

private:
  Promise *release() noexcept { return static_cast<Promise *>(std::exchange(held, nullptr)); }
  void adopt(Promise *promise) noexcept {
    held = promise;
    if (promise)
      promise->owner = this;
  }
};

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_AIO_FRAME_H
