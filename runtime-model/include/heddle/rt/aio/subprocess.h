//===- subprocess.h - other programs --------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto options = subprocess_options().in(redirect::pipe).out(redirect::pipe);
//   child_process sort = co_await create_subprocess_exec(arguments("sort", "-r"), options);
//   auto [out, err] = co_await sort.communicate("b\na\n");
//   int status = *sort.returncode();
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_SUBPROCESS_H
#define HEDDLE_RT_AIO_SUBPROCESS_H

#include "heddle/rt/aio/stream.h"
#include <sys/types.h>

namespace heddle::rt::aio {

/// Where a standard stream of a child leads. Python: PIPE, DEVNULL, STDOUT.
enum class redirect {
  inherit,
  pipe,
  devnull,
  /// For standard error only: where standard output leads.
  to_stdout,
};

/// How a child is started: `subprocess_options().in(redirect::pipe).cwd("/")`.
/// No aggregate: GCC 12 copies an aggregate that is made inside a co_await
/// expression byte by byte, and a string does not survive that.
/// Thread safety: a value.
class subprocess_options {
public:
  subprocess_options() {}
  /// All three lead to where ours lead, if nothing is said.
  subprocess_options &in(redirect where) { return streams[0] = where, *this; }
  subprocess_options &out(redirect where) { return streams[1] = where, *this; }
  subprocess_options &err(redirect where) { return streams[2] = where, *this; }
  /// The working directory; empty: ours.
  subprocess_options &cwd(std::string directory) { return where = std::move(directory), *this; }
  /// All of its environment, each "NAME=value"; not called: ours.
  subprocess_options &env(std::vector<std::string> all) { return variables = std::move(all), *this; }
  /// Of the readers, in bytes.
  subprocess_options &limit(std::size_t bytes) { return most = bytes, *this; }

  redirect stream(int number) const noexcept { return streams[number]; }
  const std::string &directory() const noexcept { return where; }
  const std::optional<std::vector<std::string>> &environment() const noexcept { return variables; }
  std::size_t reader_limit() const noexcept { return most; }

private:
  redirect streams[3] = {redirect::inherit, redirect::inherit, redirect::inherit};
  std::string where;
  std::optional<std::vector<std::string>> variables;
  std::size_t most = stream_reader::default_limit;
};

/// A running program, or one that has ended.
///
/// Thread safety: the loop's thread only. Move-only.
/// Invariants: its end is noticed by the loop, through a pidfd, and reaped at
/// once, whether anybody waits or not: there are no zombies, and a signal is
/// never sent to a process that got the same number. A child that still runs
/// when its loop is closed is killed and reaped (and reported in debug mode).
/// Errors: send_signal() after the end is std::system_error (ESRCH).
/// Python: asyncio.subprocess.Process.
class child_process {
public:
  struct state;
  explicit child_process(std::shared_ptr<state> made) noexcept;
  child_process(child_process &&) noexcept;
  child_process &operator=(child_process &&) noexcept;
  ~child_process();

  pid_t pid() const noexcept;
  /// Exit status; -N if signal N ended it; std::nullopt while it runs.
  std::optional<int> returncode() const noexcept;
  /// Waits for the end. A child that fills a pipe which nobody reads never ends:
  /// use communicate(). Python: Process.wait.
  task<int> wait();

  struct output {
    std::string out;
    std::string err;
  };
  /// Writes the input, reads both outputs to their ends, all at once, and waits
  /// for the end. Python: Process.communicate.
  task<output> communicate(std::string input = {});

  void send_signal(int signal);
  void terminate();
  void kill();

  /// Null unless it is a pipe.
  stream_writer *in() noexcept;
  stream_reader *out() noexcept;
  stream_reader *err() noexcept;

private:
  std::shared_ptr<state> made;
};

/// A program and its arguments. (GCC 12 does not compile a braced list in a
/// co_await expression.)
template <class... Words> std::vector<std::string> arguments(Words &&...words) {
  return {std::string(std::forward<Words>(words))...};
}

/// Starts a program, which is looked up in PATH.
/// Errors: std::system_error if it cannot be started; value_error without a name.
/// Python: asyncio.create_subprocess_exec.
task<child_process> create_subprocess_exec(std::vector<std::string> arguments,
                                           subprocess_options options = subprocess_options());
/// Starts `/bin/sh -c command`. Python: asyncio.create_subprocess_shell.
task<child_process> create_subprocess_shell(std::string command, subprocess_options options = subprocess_options());

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_SUBPROCESS_H
