//===- thread.h - threads that are joined and lose no exception ----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   thread t(print_file, "file1.txt");             begins at once
//   thread t({.name = "LoopThread"}, loop);
//   thread t([](std::stop_token stop) { while (!stop.stop_requested()) ... });
//   t.join();                                      rethrows what it threw
//
// What the end of main does. When main returns, or exit() is called, every
// thread is asked to stop. Then exit waits: for threads without limit, for
// daemons up to daemon_grace(). A daemon that looks at its token is thus never
// ended in the middle of anything; one that does not is named on standard error,
// and ends with the process. This happens before the destruction of static
// objects that were made before the first thread.
//
// After fork() the child has one thread, the caller, which is its main thread.
// Handles to the others count as ended.
//
// Python: threading.Thread. Standard: std::jthread.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_THREAD_H
#define HEDDLE_RT_THREAD_H

#include "heddle/rt/thread_ref.h"
#include "heddle/rt/time.h"
#include "heddle/rt/unique_function.h"
#include <cstddef>
#include <functional>
#include <string>
#include <tuple>
#include <type_traits>

namespace heddle::rt {

struct thread_options {
  /// Also the operating system's name, of which it keeps 15 bytes. Empty: Thread-N.
  std::string name = {};
  /// Does not keep the process alive.
  bool daemon = false;
  /// In bytes; 0: what the system gives. Python: threading.stack_size().
  std::size_t stack_size = 0;
  /// Wait for start().
  bool deferred = false;
};

namespace detail {

using thread_entry = unique_function<void(std::stop_token)>;

template <class F, class... Args>
concept thread_callable = std::invocable<std::decay_t<F>, std::decay_t<Args>...> ||
                          std::invocable<std::decay_t<F>, std::stop_token, std::decay_t<Args>...>;

/// The call of the thread, with a stop token in front where it takes one.
template <class F, class... Args> thread_entry make_entry(F &&f, Args &&...args) {
  return [call = std::tuple<std::decay_t<F>, std::decay_t<Args>...>(std::forward<F>(f), std::forward<Args>(args)...)](
             std::stop_token stop) mutable {
    std::apply(
        [&](auto &&g, auto &&...rest) {
          if constexpr (std::invocable<std::decay_t<F>, std::stop_token, std::decay_t<Args>...>)
            std::invoke(std::move(g), std::move(stop), std::move(rest)...);
          else
            std::invoke(std::move(g), std::move(rest)...);
        },
        std::move(call));
  };
}

} // namespace detail

/// A thread, owned by its handle.
///
/// Thread safety: const functions, join(), is_alive() and request_stop() from all
/// threads; start(), move and destruction alone.
/// Invariants: an exception that leaves the entry ends the thread and never the
/// process; it is handed out once, to the first join() or else to the
/// excepthook. The destructor of a thread asks it to stop and joins it; that of
/// a daemon lets it run on.
/// Errors: join() of itself, or before start(), and a second start(), are
/// misuse_error; std::system_error if the system makes no more threads.
class thread {
public:
  /// No thread.
  thread() noexcept = default;

  /// Calls `f(args...)`, or `f(std::stop_token, args...)` if it can, in a new
  /// thread. Callable and arguments are copied or moved in; std::ref refers.
  template <class F, class... Args>
    requires(!std::same_as<std::remove_cvref_t<F>, thread> && !std::same_as<std::remove_cvref_t<F>, thread_options> &&
             detail::thread_callable<F, Args...>)
  explicit thread(F &&f, Args &&...args) : thread(thread_options(), std::forward<F>(f), std::forward<Args>(args)...) {}
  template <class F, class... Args>
    requires detail::thread_callable<F, Args...>
  explicit thread(thread_options options, F &&f, Args &&...args)
      : thread(options, detail::make_entry(std::forward<F>(f), std::forward<Args>(args)...)) {}

  thread(thread &&) noexcept = default;
  thread &operator=(thread &&other) noexcept;
  ~thread();

  /// Begins a deferred thread. Python: Thread.start().
  void start();
  /// Waits for its end; rethrows what left its entry. Joining again does nothing.
  /// Python: Thread.join().
  void join();
  /// The same; false if the timeout came first. Python: Thread.join(timeout), is_alive().
  bool join(timeout limit);

  /// This handle has a thread.
  bool valid() const noexcept { return record != nullptr; }
  /// Between start and the end of its entry. Python: Thread.is_alive().
  bool is_alive() const { return ref().is_alive(); }
  std::string name() const { return ref().name(); }
  bool daemon() const { return ref().daemon(); }
  std::thread::id ident() const { return ref().ident(); }
  pid_t native_id() const { return ref().native_id(); }
  bool request_stop() const { return ref().request_stop(); }
  std::stop_token get_stop_token() const { return ref().get_stop_token(); }
  /// A reference to the thread that may outlive this handle. Throws misuse_error
  /// if there is no thread.
  thread_ref ref() const;

private:
  thread(thread_options &options, detail::thread_entry entry);
  void let_go() noexcept;

  std::shared_ptr<detail::thread_record> record;
};

/// How long exit waits for daemons; 2 s, if nobody says otherwise. Returns what
/// it was. Thread safety: from all threads.
std::chrono::nanoseconds set_daemon_grace(std::chrono::nanoseconds grace);
std::chrono::nanoseconds daemon_grace();

namespace this_thread {

/// Sleeps for `time`. Python: time.sleep().
void sleep_for(std::chrono::nanoseconds time);
/// Sleeps until `time` has passed, or a stop is requested: then it returns false.
bool sleep_for(std::chrono::nanoseconds time, std::stop_token stop);
/// Whether somebody asked the calling thread to stop.
bool stop_requested();
std::stop_token get_stop_token();

} // namespace this_thread
} // namespace heddle::rt

#endif // HEDDLE_RT_THREAD_H
