//===- thread_record.h - what the runtime knows of a thread ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_SRC_THREAD_RECORD_H
#define HEDDLE_RT_SRC_THREAD_RECORD_H

#include "heddle/rt/thread.h"
#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <vector>

namespace heddle::rt::detail {

/// One thread, shared by its handle, references to it, the registry and itself.
/// Lock order: the registry's lock, then `m`.
class thread_record {
public:
  enum class phase { fresh, alive, ended };

  const bool daemon;
  const std::size_t stack_size;
  std::stop_source stop;
  /// Whether the runtime made the thread, and so must join it.
  const bool ours;

  thread_record(std::string label, bool is_daemon, std::size_t stack, bool made_by_us)
      : daemon(is_daemon), stack_size(stack), ours(made_by_us), name(std::move(label)) {}

  mutable std::mutex m;
  std::condition_variable changed; // native_id or phase
  std::string name;
  phase now = phase::fresh;
  // Written by the thread itself and by who starts it, whoever comes first, with
  // the same number. Relaxed: nothing else is read through it.
  std::atomic<pthread_t> ident = 0;
  pid_t native_id = 0;
  std::exception_ptr error;
  bool error_wanted = true; // a handle may still join

  bool is_current() const { return pthread_equal(ident.load(std::memory_order_relaxed), pthread_self()); }
  void know_ident(pthread_t number) { ident.store(number, std::memory_order_relaxed); }

  /// The call, until the thread begins.
  thread_entry entry;

  /// Waits for the system's thread and gives its resources back, once.
  void reap();
  /// Has the system do so at the thread's end.
  void detach();

  // Held while pthread_join is under way, so that it is called once.
  std::mutex join_m;
  bool joined = false;

  /// Not in this process: it was left behind by fork().
  std::atomic<bool> left_behind = false;
};

/// All threads that are alive.
class thread_registry {
public:
  static thread_registry &instance();

  void add(const std::shared_ptr<thread_record> &record);
  void remove(const thread_record &record);
  std::vector<std::shared_ptr<thread_record>> alive();
  std::size_t count();
  std::shared_ptr<thread_record> main();

  /// The calling thread's record; made on the first call, if the runtime did not make the thread.
  std::shared_ptr<thread_record> current();
  /// Says that the calling thread is `record`.
  static void set_current(const std::shared_ptr<thread_record> &record);

  /// For Thread-N and Dummy-N.
  static std::string next_name(const char *kind, std::atomic<unsigned> &counter);

private:
  thread_registry();
  std::shared_ptr<thread_record> adopt(bool is_main);
  static void before_fork();
  static void after_fork_in_parent();
  static void after_fork_in_child();

  std::mutex m;
  std::vector<std::shared_ptr<thread_record>> threads;
  std::shared_ptr<thread_record> main_record;
};

/// Has exit wait for threads, from the first call on.
void wait_for_threads_at_exit();

} // namespace heddle::rt::detail

#endif // HEDDLE_RT_SRC_THREAD_RECORD_H
