//===- process.h - child processes ---------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   int main() {
//     mp::main_guard guard;                         // needed for spawn
//     mp::process p({.name = "Coder"}, mp::entry<coding>, "argument");
//     p.join();
//     return p.exitcode().value();
//   }
//
// A child begins in one of two ways.
//
// fork: it is a copy of the parent at that moment, and calls the callable there.
// Any callable will do. Of the parent's threads only the one that forks is in the
// copy; a lock that another held is locked there for ever. So fork is refused
// while other threads of the runtime run (rt::active_count() > 1), unless
// `fork_with_threads` says that the child touches nothing of theirs. Threads that
// the runtime does not know (std::thread, a library's) are not seen.
//
// spawn: it is a new run of the same program, which gets from its main_guard to
// the callable. Nothing is copied but the arguments, so threads do no harm. The
// callable must be a registered entry (entry.h) and the arguments must be wireable.
//
// The child ends when the callable does: it waits for its own children, flushes
// the standard streams and exits with
//
//   0      the callable returned
//   n      it threw process_exit(n)
//   1      it threw anything else; what it was is printed on standard error
//   -n     signal n ended it
//
// A forked child runs neither the parent's atexit functions nor its static
// destructors.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_PROCESS_H
#define HEDDLE_RT_MP_PROCESS_H

#include "heddle/rt/mp/connection.h"
#include "heddle/rt/mp/entry.h"
#include "heddle/rt/time.h"
#include "heddle/rt/unique_function.h"
#include <sys/types.h>

namespace heddle::rt::mp {

enum class start_method { fork, spawn };

/// What is used where no method is named; fork, unless it was set. It is set at
/// most once, or by force. Python: get_start_method, set_start_method (misuse_error
/// for its RuntimeError), get_all_start_methods (which also has forkserver).
/// Thread safety: from all threads.
start_method get_start_method();
void set_start_method(start_method method, bool force = false);
std::vector<start_method> get_all_start_methods();

struct process_options {
  /// Empty: Process-N.
  std::string name = {};
  /// Terminated when its parent ends, or its handle goes; has no children itself.
  bool daemon = false;
  std::optional<start_method> method = {};
  /// Wait for start().
  bool deferred = false;
  /// Fork although other threads run; see the head of this file.
  bool fork_with_threads = false;
};

/// Thrown by the work of a process: ends it with this code.
/// Python: sys.exit, SystemExit.
struct process_exit {
  int code = 0;
};

/// Names a process. Python: the attributes of current_process().
struct process_info {
  std::string name;
  pid_t pid = 0;
  bool daemon = false;
};

/// This process; MainProcess, unless the runtime started it.
process_info current_process();
/// Who started this process; empty if the runtime did not.
std::optional<process_info> parent_process();
/// The children that run, in the order of their starts; those that have ended are
/// reaped, so that none stays a zombie. Python: active_children().
std::vector<process_info> active_children();
/// At least 1. Python: cpu_count().
unsigned cpu_count();

/// The first thing in main of a program that spawns. In a spawned child it calls
/// the child's work and ends the process; else it allows spawning. Without it a
/// child would run main again, and start children again, without end.
/// Python: `if __name__ == '__main__':`, freeze_support().
class main_guard {
public:
  main_guard();
};

namespace detail {

/// What a process is about to do.
struct process_work {
  /// In a forked child.
  unique_function<void()> run;
  /// For a spawned one: writes the entry and its arguments; empty if it cannot.
  unique_function<void(wire_writer &)> write;
  /// Why it cannot.
  const char *obstacle = "";
  /// A helper of the runtime: a daemon that may have children.
  bool service = false;
};

class child;

/// A descriptor that forked children must not keep open (it is closed there), and
/// one that is no longer so.
void hide_from_children(int fd);
void unhide_from_children(int fd);

template <class F, class... Args> process_work make_work(F f, Args... args) {
  struct both {
    F f;
    std::tuple<Args...> args;
  };
  auto kept = std::make_shared<both>(std::move(f), std::tuple<Args...>(std::move(args)...));
  process_work work;
  work.run = [kept] { std::apply(kept->f, std::move(kept->args)); };
  if constexpr (!registrable<F>)
    work.obstacle = "its callable is not a registered entry (write mp::entry<f>, or a lambda without captures)";
  else if constexpr (!(wireable<Args> && ...))
    work.obstacle = "an argument cannot be sent (specialise heddle::rt::wire for its type)";
  else
    work.write = [kept](wire_writer &out) {
      entry_id id = call_entry<F, Args...>::id();
      wire_write(out, id);
      wire_write(out, kept->args);
    };
  return work;
}

} // namespace detail

/// A child process, owned by its handle.
///
/// Python: multiprocessing.Process, which waits for start(); this begins at once,
/// as rt::thread, unless it is deferred.
/// Thread safety: const functions, join(), terminate() and kill() from all
/// threads; start(), close(), move and destruction alone.
/// Invariants: the callable and the arguments are gone from the parent as soon as
/// the child has them, so an end of a pipe that was moved in is closed here. The
/// child is reaped once, by whoever sees its end first. The destructor waits for
/// the child (a daemon is terminated first); a child that still runs at the end
/// of the program is treated likewise.
/// Errors: process_error from start(), before main, in a daemon, with threads
/// (fork), without guard or entry (spawn); misuse_error for join() before start(),
/// start() twice, close() of a running child, and for a handle that was inherited
/// by fork: only the parent can wait. std::system_error if the system refuses.
/// Source: fork(2), posix_spawn(3), pidfd_open(2), waitid(2).
class process {
public:
  /// No process.
  process() noexcept = default;

  /// Calls `f(args...)` in a child. Callable and arguments are copied or moved in
  /// (string literals as std::string), and given to the call as rvalues.
  template <class F, class... Args>
    requires(!std::same_as<std::remove_cvref_t<F>, process> && !std::same_as<std::remove_cvref_t<F>, process_options> &&
             std::invocable<std::decay_t<F>, detail::kept_t<Args>...>)
  explicit process(F &&f, Args &&...args)
      : process(process_options(), std::forward<F>(f), std::forward<Args>(args)...) {}
  template <class F, class... Args>
    requires std::invocable<std::decay_t<F>, detail::kept_t<Args>...>
  explicit process(process_options options, F &&f, Args &&...args)
      : process(std::move(options), detail::make_work<std::decay_t<F>, detail::kept_t<Args>...>(
                                        std::forward<F>(f), std::forward<Args>(args)...)) {}

  process(process &&) noexcept = default;
  process &operator=(process &&other) noexcept;
  ~process();

  /// Begins a deferred process.
  void start();
  /// Waits for its end; true. False if the timeout came first.
  bool join(timeout limit = {});
  bool is_alive() const;
  /// Empty before the end; see the head of this file. 255 if somebody else reaped
  /// the child, so that nobody knows.
  std::optional<int> exitcode() const;

  /// Sends SIGTERM, or SIGKILL. Nothing if it has ended.
  void terminate() const;
  void kill() const;

  /// 0 before start.
  pid_t pid() const;
  const std::string &name() const;
  bool daemon() const;
  bool valid() const noexcept { return record != nullptr; }
  /// A descriptor that becomes readable when the child ends; for wait(). It
  /// belongs to the handle.
  int sentinel() const;
  /// Gives everything back. Afterwards the handle has no process.
  void close();

  /// For other parts of the runtime.
  process(process_options options, detail::process_work work);

private:
  detail::child &get() const;
  void let_go() noexcept;

  std::shared_ptr<detail::child> record;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_PROCESS_H
