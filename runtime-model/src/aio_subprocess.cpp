//===- aio_subprocess.cpp - other programs --------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/debug.h"
#include "heddle/rt/aio/gather.h"
#include "heddle/rt/aio/subprocess.h"
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

extern char **environ;

namespace heddle::rt::aio {

namespace {

std::system_error system_failure(int code, const std::string &what) {
  return {code, std::generic_category(), what};
}

/// Both ends of a pipe; whatever is not released is closed.
struct pipe_ends {
  pipe_ends() = default;
  pipe_ends(const pipe_ends &) = delete;
  pipe_ends &operator=(const pipe_ends &) = delete;
  ~pipe_ends() {
    for (const int fd : both)
      if (fd >= 0)
        ::close(fd);
  }
  void open() {
    if (::pipe2(both, O_CLOEXEC) != 0)
      throw system_failure(errno, "pipe");
  }
  int release(int which) { return std::exchange(both[which], -1); }

  int both[2] = {-1, -1};
};

/// What the child does between its birth and the program.
class spawn_actions {
public:
  spawn_actions() {
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    // The child begins without the signals that we block or ignore.
    sigset_t none;
    sigset_t ignored;
    sigemptyset(&none);
    sigemptyset(&ignored);
    sigaddset(&ignored, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &ignored);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  ~spawn_actions() {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  }
  spawn_actions(const spawn_actions &) = delete;
  spawn_actions &operator=(const spawn_actions &) = delete;

  /// `ends` is opened if the stream is to be a pipe; the child gets `ends[side]`.
  void lead(int stream, redirect where, pipe_ends &ends, int side) {
    if (where == redirect::pipe) {
      ends.open();
      posix_spawn_file_actions_adddup2(&actions, ends.both[side], stream);
    } else if (where == redirect::devnull) {
      posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0);
    } else if (where == redirect::to_stdout) {
      posix_spawn_file_actions_adddup2(&actions, 1, stream);
    }
  }
  void change_directory(const std::string &to) { posix_spawn_file_actions_addchdir_np(&actions, to.c_str()); }

  pid_t spawn(const std::vector<std::string> &arguments, const std::optional<std::vector<std::string>> &env) const {
    std::vector<char *> variables;
    if (env)
      variables = pointers(*env);
    pid_t pid = -1;
    const int failure = ::posix_spawnp(&pid, arguments.front().c_str(), &actions, &attributes,
                                       pointers(arguments).data(), env ? variables.data() : environ);
    if (failure)
      throw system_failure(failure, "cannot start '" + arguments.front() + "'");
    return pid;
  }

private:
  static std::vector<char *> pointers(const std::vector<std::string> &strings) {
    std::vector<char *> all;
    for (const std::string &one : strings)
      all.push_back(const_cast<char *>(one.c_str()));
    all.push_back(nullptr);
    return all;
  }

  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
};

int status_of(int raw) {
  return WIFSIGNALED(raw) ? -WTERMSIG(raw) : WEXITSTATUS(raw);
}

int reap(pid_t pid) {
  int raw = 0;
  while (::waitpid(pid, &raw, 0) < 0 && errno == EINTR)
    ;
  return status_of(raw);
}

} // namespace

struct child_process::state {
  state(event_loop &loop, pid_t pid) : loop(loop), pid(pid) {}
  ~state() {
    if (!status) {
      // Only a loop that is closed lets go of a child that runs.
      if (loop.get_debug())
        warn("child process " + std::to_string(pid) + " still ran when its event loop was closed");
      ::kill(pid, SIGKILL);
      reap(pid);
    }
    if (pidfd >= 0)
      ::close(pidfd);
  }

  void watch(const std::shared_ptr<state> &self) {
    pidfd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    if (pidfd < 0)
      throw system_failure(errno, "pidfd_open");
    // The loop owns the state until the child has ended.
    loop.add_reader(pidfd, [self] { self->note_end(); });
  }
  void note_end() {
    status = reap(pid);
    exits.wake_all();
    loop.remove_reader(pidfd);
  }

  event_loop &loop;
  pid_t pid;
  int pidfd = -1;
  std::optional<int> status;
  detail::waiter_list exits;
  std::optional<stream_writer> in;
  std::optional<stream_reader> out;
  std::optional<stream_reader> err;
};

child_process::child_process(std::shared_ptr<state> from) noexcept : made(std::move(from)) {}
child_process::child_process(child_process &&) noexcept = default;
child_process &child_process::operator=(child_process &&) noexcept = default;
child_process::~child_process() = default;

pid_t child_process::pid() const noexcept {
  return made->pid;
}
std::optional<int> child_process::returncode() const noexcept {
  return made->status;
}
stream_writer *child_process::in() noexcept {
  return made->in ? &*made->in : nullptr;
}
stream_reader *child_process::out() noexcept {
  return made->out ? &*made->out : nullptr;
}
stream_reader *child_process::err() noexcept {
  return made->err ? &*made->err : nullptr;
}

void child_process::send_signal(int signal) {
  if (made->status)
    throw system_failure(ESRCH, "the child process has ended");
  if (::kill(made->pid, signal) != 0)
    throw system_failure(errno, "kill");
}
void child_process::terminate() {
  send_signal(SIGTERM);
}
void child_process::kill() {
  send_signal(SIGKILL);
}

task<int> child_process::wait() {
  const std::shared_ptr<state> kept = made;
  while (!kept->status)
    co_await detail::list_awaiter(kept->exits);
  co_return *kept->status;
}

namespace {

task<> feed(stream_writer *to, std::string input) {
  if (!to)
    co_return;
  try {
    to->write(input);
    to->close();
    co_await to->wait_closed();
  } catch (const std::system_error &) {
    // A child may end without reading all of its input.
  }
}

task<std::string> read_all(stream_reader *from) {
  if (!from)
    co_return std::string();
  co_return co_await from->read();
}

} // namespace

task<child_process::output> child_process::communicate(std::string input) {
  const std::shared_ptr<state> kept = made;
  auto [fed, text, errors] = co_await gather(feed(in(), std::move(input)), read_all(out()), read_all(err()));
  co_await wait();
  co_return output{std::move(text), std::move(errors)};
}

task<child_process> create_subprocess_exec(std::vector<std::string> arguments, subprocess_options options) {
  if (arguments.empty() || arguments.front().empty())
    throw value_error("a program needs a name");
  event_loop &loop = get_running_loop();
  spawn_actions actions;
  pipe_ends in;
  pipe_ends out;
  pipe_ends err;
  actions.lead(0, options.stream(0), in, 0);
  actions.lead(1, options.stream(1), out, 1);
  actions.lead(2, options.stream(2), err, 1);
  if (!options.directory().empty())
    actions.change_directory(options.directory());
  auto made = std::make_shared<child_process::state>(loop, actions.spawn(arguments, options.environment()));
  made->watch(made);
  auto connected = [&](pipe_ends &ends, int side) {
    return std::make_shared<detail::connection>(loop, ends.release(side));
  };
  if (options.stream(0) == redirect::pipe)
    made->in.emplace(connected(in, 1));
  if (options.stream(1) == redirect::pipe)
    made->out.emplace(connected(out, 0), options.reader_limit());
  if (options.stream(2) == redirect::pipe)
    made->err.emplace(connected(err, 0), options.reader_limit());
  co_return child_process(std::move(made));
}

task<child_process> create_subprocess_shell(std::string command, subprocess_options options) {
  return create_subprocess_exec(arguments("/bin/sh", "-c", std::move(command)), std::move(options));
}

} // namespace heddle::rt::aio
