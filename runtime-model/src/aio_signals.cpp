//===- aio_signals.cpp - signals as callbacks of a loop -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_signals.h"
#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt::aio::detail {

namespace {

/// Signal -> the pipe of the loop that watches it, plus 1; 0: none. Lock-free
/// atomics may be read in a handler. Sequentially consistent: a handler that
/// still runs while the pipe is closed must be as unlikely as possible, and no
/// speed is needed here.
std::array<std::atomic<int>, NSIG> pipe_of_signal;
static_assert(std::atomic<int>::is_always_lock_free);

void note_signal(int signal) {
  const int saved = errno;
  if (const int fd = pipe_of_signal[static_cast<std::size_t>(signal)] - 1; fd >= 0) {
    const auto number = static_cast<unsigned char>(signal);
    // A full pipe holds the news already.
    [[maybe_unused]] auto written = ::write(fd, &number, 1);
  }
  errno = saved;
}

} // namespace

signal_watcher::signal_watcher(event_loop &loop) : loop(loop) {
  if (::pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0)
    throw std::system_error(errno, std::generic_category(), "pipe");
  loop.add_reader(pipe_ends[0], [this] { deliver(); });
}

signal_watcher::~signal_watcher() {
  for (const auto &[signal, gone] : watched)
    restore(signal, gone);
  loop.remove_reader(pipe_ends[0]);
  ::close(pipe_ends[0]);
  ::close(pipe_ends[1]);
}

void signal_watcher::add(int signal, std::shared_ptr<callback_state> callback) {
  if (signal <= 0 || signal >= NSIG)
    throw value_error("no such signal: " + std::to_string(signal));
  if (const auto found = watched.find(signal); found != watched.end()) {
    found->second.callback = std::move(callback);
    return;
  }
  int nobody = 0;
  if (!pipe_of_signal[static_cast<std::size_t>(signal)].compare_exchange_strong(nobody, pipe_ends[1] + 1))
    throw misuse_error("another event loop watches signal " + std::to_string(signal));
  struct sigaction action{};
  action.sa_handler = note_signal;
  action.sa_flags = SA_RESTART;
  entry made{std::move(callback), {}};
  if (::sigaction(signal, &action, &made.former) != 0) {
    const int failure = errno;
    pipe_of_signal[static_cast<std::size_t>(signal)] = 0;
    throw std::system_error(failure, std::generic_category(), "cannot catch signal " + std::to_string(signal));
  }
  watched.emplace(signal, std::move(made));
}

bool signal_watcher::remove(int signal) {
  const auto found = watched.find(signal);
  if (found == watched.end())
    return false;
  restore(signal, found->second);
  watched.erase(found);
  return true;
}

void signal_watcher::restore(int signal, const entry &gone) noexcept {
  ::sigaction(signal, &gone.former, nullptr);
  pipe_of_signal[static_cast<std::size_t>(signal)] = 0;
}

void signal_watcher::deliver() {
  unsigned char numbers[64];
  const auto count = ::read(pipe_ends[0], numbers, sizeof numbers);
  for (ssize_t i = 0; i < count; ++i)
    if (const auto found = watched.find(numbers[i]); found != watched.end())
      loop.schedule(found->second.callback);
}

} // namespace heddle::rt::aio::detail
