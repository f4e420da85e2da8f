//===- error.h - what the runtime throws ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One root, rt::error, and names that a reader of Python knows:
//
//   error
//   ├── timeout_error          a wait was longer than its timeout
//   ├── cancelled_error        the result was cancelled before it was there
//   ├── misuse_error           the call breaks the primitive's rules (RuntimeError)
//   │   ├── lock_order_error   a ranked lock was taken against its rank
//   │   ├── deadlock_error     the wait could never end
//   │   └── invalid_state_error  a result was set twice, or read before it was there
//   ├── value_error            an argument outside its range (ValueError)
//   ├── broken_barrier_error   the barrier was aborted, reset or timed out
//   ├── broken_promise_error   the promise went away without a result
//   ├── queue_full, queue_empty
//   ├── broken_executor        the pool lost its workers or could not make them
//   │   ├── broken_thread_pool
//   │   └── broken_process_pool
//   └── process_error          a child process, or talking to it, failed
//       ├── buffer_too_short
//       └── authentication_error
//
// Failures of the operating system are std::system_error, as the standard
// library throws it. A family of primitives adds its own errors below these.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_ERROR_H
#define HEDDLE_RT_ERROR_H

#include <stdexcept>
#include <string>

namespace heddle::rt {

/// The root of all errors of the runtime.
/// Thread safety: as std::runtime_error; copying does not throw.
class error : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// A wait took longer than its timeout. Python: TimeoutError.
class timeout_error : public error {
public:
  explicit timeout_error(const std::string &what = "timed out") : error(what) {}
};

/// The work was cancelled. Python: CancelledError.
/// Unlike asyncio's it is an ordinary error: C++ has no class of exceptions
/// which `catch (const std::exception &)` lets pass. Catch it first and let it
/// go on (`throw;`).
class cancelled_error : public error {
public:
  explicit cancelled_error(const std::string &what = "cancelled") : error(what) {}
};

/// The call breaks a rule of the primitive: releasing another thread's lock,
/// joining oneself, submitting after shutdown. Python: RuntimeError.
class misuse_error : public error {
public:
  using error::error;
};

/// A ranked lock was asked for while one of the same or a higher rank was held.
/// Python: none.
class lock_order_error : public misuse_error {
public:
  using misuse_error::misuse_error;
};

/// The wait could never end: all who could end it wait themselves.
/// Python: none (such a program hangs).
class deadlock_error : public misuse_error {
public:
  using misuse_error::misuse_error;
};

/// A result is set twice, or asked for in a state that has none.
/// Python: InvalidStateError.
class invalid_state_error : public misuse_error {
public:
  using misuse_error::misuse_error;
};

/// An argument lies outside its range, or a semaphore would get more permits
/// than it had. Python: ValueError.
class value_error : public error {
public:
  using error::error;
};

/// The barrier was broken by abort(), reset(), a timeout or its action.
/// Python: threading.BrokenBarrierError.
class broken_barrier_error : public error {
public:
  explicit broken_barrier_error(const std::string &what = "barrier is broken") : error(what) {}
};

/// The promise was destroyed and had set no result.
/// Standard: std::future_errc::broken_promise. Python: none (it waits for ever).
class broken_promise_error : public error {
public:
  explicit broken_promise_error(const std::string &what = "the promise went away without a result") : error(what) {}
};

/// No room in the queue. Python: queue.Full, asyncio.QueueFull.
class queue_full : public error {
public:
  explicit queue_full(const std::string &what = "queue is full") : error(what) {}
};

/// Nothing in the queue. Python: queue.Empty, asyncio.QueueEmpty.
class queue_empty : public error {
public:
  explicit queue_empty(const std::string &what = "queue is empty") : error(what) {}
};

/// The executor cannot run anything any more. Python: BrokenExecutor.
class broken_executor : public error {
public:
  using error::error;
};

/// An initializer of a thread pool failed. Python: BrokenThreadPool.
class broken_thread_pool : public broken_executor {
public:
  using broken_executor::broken_executor;
};

/// A worker process died. Python: BrokenProcessPool.
class broken_process_pool : public broken_executor {
public:
  using broken_executor::broken_executor;
};

/// A child process, or a channel to it, failed. Python: multiprocessing.ProcessError.
class process_error : public error {
public:
  using error::error;
};

/// A message is longer than the buffer for it. Python: multiprocessing.BufferTooShort.
class buffer_too_short : public process_error {
public:
  using process_error::process_error;
};

/// The other side does not know the key. Python: multiprocessing.AuthenticationError.
class authentication_error : public process_error {
public:
  using process_error::process_error;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_ERROR_H
