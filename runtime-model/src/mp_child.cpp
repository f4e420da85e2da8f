//===- mp_child.cpp - starting, waiting for and ending a child -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mp_child.h"
#include "heddle/rt/mp/remote_error.h"
#include "heddle/rt/thread_ref.h"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt::mp::detail {

namespace {

[[noreturn]] void fail(int code, const char *call) {
  throw std::system_error(code, std::generic_category(), call);
}

descriptor open_pidfd(pid_t pid) {
  int fd = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  if (fd != -1)
    return descriptor(fd);
  int code = errno;
  ::kill(pid, SIGKILL);
  waitpid(pid, nullptr, 0);
  fail(code, "pidfd_open");
}

void refuse_other_threads() {
  std::size_t others = active_count() - 1;
  if (others > 0)
    throw process_error("fork while " + std::to_string(others) +
                        " other threads run: locks that they hold would stay locked in the child; use spawn, start "
                        "the process before the threads, or allow it by fork_with_threads");
}

/// The bytes in an anonymous file, read from its beginning.
descriptor file_of(const byte_vector &bytes) {
  descriptor file = descriptor::checked(memfd_create("heddle-rt-spawn", MFD_CLOEXEC), "memfd_create");
  for (std::size_t done = 0; done < bytes.size();) {
    ssize_t n = pwrite(file.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (n == -1 && errno != EINTR)
      fail(errno, "pwrite");
    done += n > 0 ? static_cast<std::size_t>(n) : 0;
  }
  return file;
}

/// The arguments with which this process was started, separated and ended by zeros.
std::string own_command_line() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<char *> pointers_into(std::string &zero_ended) {
  std::vector<char *> all;
  for (std::size_t at = 0; at < zero_ended.size(); at += std::strlen(&zero_ended[at]) + 1)
    all.push_back(&zero_ended[at]);
  all.push_back(nullptr);
  return all;
}

/// Runs this program again, with an addition to its environment; `passed` stay
/// open in it, under their numbers. Source: posix_spawn(3).
pid_t run_again(const std::string &variable, const std::vector<descriptor> &passed) {
  std::string command = own_command_line();
  std::vector<char *> arguments = pointers_into(command);
  std::string addition = variable;
  std::vector<char *> environment;
  for (char **each = environ; *each; ++each)
    environment.push_back(*each);
  environment.push_back(addition.data());
  environment.push_back(nullptr);

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const descriptor &each : passed) // onto itself: clears FD_CLOEXEC in the child alone
    posix_spawn_file_actions_adddup2(&actions, each.get(), each.get());
  pid_t pid = 0;
  int code = posix_spawn(&pid, "/proc/self/exe", &actions, nullptr, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  if (code)
    fail(code, "posix_spawn");
  return pid;
}

} // namespace

// --- child ---

child::child(process_options given, process_work what, std::string name, std::string number)
    : options(std::move(given)), work(std::move(what)), identity(std::move(number)) {
  if (options.name.empty())
    options.name = std::move(name);
}

void child::require_parent(const char *call) const {
  if (parent != 0 && parent != getpid())
    throw misuse_error(std::string(call) + " of a process that another process started");
}

void child::start() {
  refuse_start_before_main();
  process_record &self = process_record::self();
  if (!self.may_have_children)
    throw process_error("a daemon process cannot have children, as nobody would end them");
  running_children(); // reaps those that have ended
  parent = getpid();
  bool forks = options.method.value_or(get_start_method()) == start_method::fork;
  pid_t begun = forks ? fork_child() : spawn_child();
  sentinel = open_pidfd(begun);
  pid = begun;
  work = {};
}

pid_t child::fork_child() {
  if (!options.fork_with_threads)
    refuse_other_threads();
  flush_streams(); // or both processes would write what is still in the buffers
  // Nobody else changes the list of children meanwhile.
  std::lock_guard held(process_record::self().m);
  pid_t forked = ::fork();
  if (forked == -1)
    fail(errno, "fork");
  if (forked == 0)
    run_forked();
  return forked;
}

void child::run_forked() {
  process_record &old = process_record::self();
  for (int fd : old.hidden)
    ::close(fd);
  auto *now = new process_record;
  now->info = {options.name, getpid(), options.daemon};
  now->parent = old.info;
  now->parent->pid = getppid();
  now->identity = identity;
  now->may_have_children = !options.daemon || work.service;
  process_record::renew(now);
  unique_function<void()> run = std::move(work.run);
  int code = run_work(run);
  flush_streams();
  _exit(code);
}

pid_t child::spawn_child() {
  require_guard();
  if (!work.write)
    throw process_error(std::string("spawn cannot start the process: ") + work.obstacle);
  process_record &self = process_record::self();
  std::vector<descriptor> passed;
  wire_writer order(passed);
  wire_write(order, spawn_order{{options.name, 0, options.daemon},
                                {self.info.name, getpid(), self.info.daemon},
                                identity,
                                !options.daemon || work.service,
                                get_start_method()});
  work.write(order);
  passed.push_back(file_of(order.written()));
  return run_again(std::string(spawn_variable) + "=" + std::to_string(passed.back().get()), passed);
}

bool child::join(const deadline &end) {
  bool ended = !wait({sentinel.get()}, end.left()).empty();
  if (ended)
    exitcode();
  return ended;
}

std::optional<int> child::exitcode() {
  std::unique_lock held(m);
  if (code)
    return code;
  int status = 0;
  pid_t reaped = waitpid(pid, &status, WNOHANG);
  if (reaped == 0)
    return std::nullopt;
  if (reaped == -1)
    code = 255;
  else
    code = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  std::optional<int> result = code;
  held.unlock();
  process_record &self = process_record::self();
  std::lock_guard list_held(self.m);
  std::erase_if(self.running, [this](const auto &one) { return one.get() == this; });
  return result;
}

void child::signal(int number) {
  std::lock_guard held(m);
  if (!code)
    syscall(SYS_pidfd_send_signal, sentinel.get(), number, nullptr, 0);
}

void child::finish() {
  if (options.daemon)
    signal(SIGTERM);
  join(deadline());
}

// --- all children ---

std::vector<std::shared_ptr<child>> running_children() {
  process_record &self = process_record::self();
  std::vector<std::shared_ptr<child>> all;
  {
    std::lock_guard held(self.m);
    all = self.running;
  }
  std::erase_if(all, [](const auto &one) { return one->exitcode().has_value(); });
  return all;
}

void finish_children() {
  auto all = running_children();
  for (const auto &one : all)
    if (one->options.daemon)
      one->signal(SIGTERM);
  for (const auto &one : all)
    one->finish();
}

// --- the child's side ---

int run_work(unique_function<void()> &work) {
  int code = 0;
  try {
    work();
  } catch (const process_exit &wanted) {
    code = wanted.code;
  } catch (...) {
    auto [type, message] = describe_current_exception();
    std::fprintf(stderr, "heddle: exception in process '%s': %s: %s\n", process_record::self().info.name.c_str(),
                 type.c_str(), message.c_str());
    code = 1;
  }
  work = {}; // the arguments go before the children are waited for
  finish_children();
  return code;
}

void flush_streams() {
  std::cout.flush();
  std::clog.flush();
  std::fflush(nullptr);
}

} // namespace heddle::rt::mp::detail
