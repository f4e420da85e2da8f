//===- mp_child.h - a child process in its parent ------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_SRC_MP_CHILD_H
#define HEDDLE_RT_SRC_MP_CHILD_H

#include "heddle/rt/mp/process.h"
#include <memory>
#include <mutex>

namespace heddle::rt::mp::detail {

/// A child process in its parent.
///
/// Thread safety: after start, all functions from all threads; `m` guards `code`.
/// Invariant: the child is not reaped before `code` is set, so its pid is its own
/// until then.
class child {
public:
  child(process_options options, process_work work, std::string name, std::string identity);

  void start();
  bool join(const deadline &end);
  std::optional<int> exitcode();
  void signal(int number);
  /// Terminates a daemon, then waits.
  void finish();

  bool started() const { return pid != 0; }
  /// Throws misuse_error unless this process started it.
  void require_parent(const char *call) const;

  process_options options;
  process_work work;
  /// Of the handle, for the children's names: "1" has "1:1".
  std::string identity;
  pid_t pid = 0;
  pid_t parent = 0;
  descriptor sentinel;

private:
  pid_t fork_child();
  [[noreturn]] void run_forked();
  pid_t spawn_child();

  std::mutex m;
  std::optional<int> code;
};

/// What a process knows of itself, and its children.
///
/// Thread safety: `m` guards `running`, `hidden` and `started`; the rest is
/// written before the work of the process begins. A forked child makes itself a
/// new one, as the old one's lock may have been held.
struct process_record {
  static process_record &self();
  /// In a forked child: replaces it.
  static void renew(process_record *next);

  process_info info{"MainProcess", 0, false};
  std::optional<process_info> parent;
  std::string identity;
  bool may_have_children = true;

  std::mutex m;
  std::vector<std::shared_ptr<child>> running;
  std::vector<int> hidden;
  unsigned started = 0;
};

/// Reaps those that have ended, and gives the others.
std::vector<std::shared_ptr<child>> running_children();
/// At the end of a process: daemons are terminated, the others waited for.
void finish_children();

/// Throws process_error where no process may be started.
void refuse_start_before_main();
/// Throws process_error unless main_guard was there.
void require_guard();

/// Calls the work of this process and its children's end; the exit code.
int run_work(unique_function<void()> &work);
void flush_streams();

/// What a spawned child is told, before its entry and arguments.
struct spawn_order {
  process_info self;
  process_info parent;
  std::string identity;
  bool may_have_children = true;
  start_method method = start_method::fork;
};
/// Names the descriptor with the order, in the environment of a spawned child.
inline constexpr char spawn_variable[] = "HEDDLE_RT_SPAWN";

} // namespace heddle::rt::mp::detail

#endif // HEDDLE_RT_SRC_MP_CHILD_H
