//===- thread_ref.h - who is running -------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The registry of the threads that are alive: the main thread, those of
// rt::thread, and others (std::thread) from their first current_thread() on.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_THREAD_REF_H
#define HEDDLE_RT_THREAD_REF_H

#include <memory>
#include <stop_token>
#include <string>
#include <sys/types.h>
#include <thread>
#include <vector>

namespace heddle::rt {

namespace detail {
class thread_record;
}

/// Refers to a thread without owning it; copies refer to the same one.
/// Thread safety: all functions from all threads.
/// Invariant: never empty; still answers when the thread has ended.
/// Python: what current_thread() returns.
class thread_ref {
public:
  std::string name() const;
  /// Changes the name, also the operating system's. Python: Thread.name = ...
  void set_name(std::string name);
  bool daemon() const;
  bool is_alive() const;
  /// As std::this_thread::get_id() in that thread; empty before start.
  /// Python: Thread.ident.
  std::thread::id ident() const;
  /// The system's number of the thread; 0 before start. Source: gettid(2).
  /// Python: Thread.native_id.
  pid_t native_id() const;
  /// False if it was asked before.
  bool request_stop() const;
  std::stop_token get_stop_token() const;

  friend bool operator==(const thread_ref &, const thread_ref &) = default;

  explicit thread_ref(std::shared_ptr<detail::thread_record> thread) : record(std::move(thread)) {}

private:
  std::shared_ptr<detail::thread_record> record;
};

/// The calling thread. One that the runtime did not make is named Dummy-N.
/// Python: threading.current_thread().
thread_ref current_thread();
/// The thread of main(), named MainThread. Python: threading.main_thread().
thread_ref main_thread();
/// All threads that are alive, the oldest first. Python: threading.enumerate().
std::vector<thread_ref> enumerate();
/// How many they are. Python: threading.active_count().
std::size_t active_count();

} // namespace heddle::rt

#endif // HEDDLE_RT_THREAD_REF_H
