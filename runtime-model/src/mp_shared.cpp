//===- mp_shared.cpp - descriptors, shared memory, robust mutexes --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/robust_mutex.h"
#include "heddle/rt/mp/shared_block.h"
#include <cerrno>
#include <fcntl.h>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt {

namespace {

[[noreturn]] void fail(int code, const char *call) {
  throw std::system_error(code, std::generic_category(), call);
}

timespec to_timespec(std::chrono::nanoseconds time) {
  auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time);
  return {static_cast<time_t>(seconds.count()), static_cast<long>((time - seconds).count())};
}

} // namespace

// --- wire: descriptors ---

void wire_writer::descriptor(int fd) {
  if (!passed)
    throw process_error("a handle can only be given to a process as an argument of its start, not sent");
  mp::descriptor copy = mp::descriptor::checked(fcntl(fd, F_DUPFD_CLOEXEC, 0), "fcntl");
  wire_write(*this, copy.get());
  passed->push_back(std::move(copy));
}

mp::descriptor wire_reader::descriptor() {
  auto fd = wire_read<int>(*this);
  if (fcntl(fd, F_SETFD, FD_CLOEXEC) == -1)
    throw wire_error("message is corrupt: no such descriptor");
  return mp::descriptor(fd);
}

namespace mp {

// --- descriptor ---

descriptor descriptor::checked(int fd, const char *call) {
  if (fd == -1)
    fail(errno, call);
  return descriptor(fd);
}

void descriptor::reset() {
  if (fd != -1)
    ::close(std::exchange(fd, -1));
}

descriptor descriptor::duplicate() const {
  return checked(fcntl(fd, F_DUPFD_CLOEXEC, 0), "fcntl");
}

namespace detail {

// --- shared_block ---

shared_block::shared_block(std::size_t size)
    : file(descriptor::checked(memfd_create("heddle-rt", MFD_CLOEXEC), "memfd_create")), length(size) {
  if (ftruncate(file.get(), static_cast<off_t>(size)) == -1)
    fail(errno, "ftruncate");
  map();
}

shared_block::shared_block(descriptor inherited) : file(std::move(inherited)) {
  struct stat about;
  if (fstat(file.get(), &about) == -1)
    fail(errno, "fstat");
  length = static_cast<std::size_t>(about.st_size);
  map();
}

void shared_block::map() {
  void *at = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED, file.get(), 0);
  if (at == MAP_FAILED)
    fail(errno, "mmap");
  memory = static_cast<std::byte *>(at);
}

shared_block::~shared_block() {
  munmap(memory, length);
}

// --- robust_mutex ---

namespace {

thread_local pid_t known_thread_id = 0;

/// gettid(), asked once per thread; a forked child asks again.
pid_t thread_id() {
  static const int registered = pthread_atfork(nullptr, nullptr, [] { known_thread_id = 0; });
  static_cast<void>(registered);
  if (known_thread_id == 0)
    known_thread_id = gettid();
  return known_thread_id;
}

} // namespace

robust_mutex::robust_mutex(kind k) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  pthread_mutexattr_settype(&attributes, k == kind::recursive ? PTHREAD_MUTEX_RECURSIVE : PTHREAD_MUTEX_ERRORCHECK);
  int code = pthread_mutex_init(&mutex, &attributes);
  pthread_mutexattr_destroy(&attributes);
  if (code)
    fail(code, "pthread_mutex_init");
}

robust_mutex::outcome robust_mutex::lock(const deadline &end) {
  if (end.is_never())
    return entered(pthread_mutex_lock(&mutex));
  // A try first: a deadline that has passed still gets a free mutex.
  int code = pthread_mutex_trylock(&mutex);
  bool taken = code == EBUSY || code == EDEADLK;
  if (taken && end.passed())
    return outcome::timed_out;
  if (!taken)
    return entered(code);
  timespec until = to_timespec(end.when().time_since_epoch()); // steady_clock is CLOCK_MONOTONIC
  return entered(pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &until));
}

robust_mutex::outcome robust_mutex::entered(int code) {
  switch (code) {
  case 0:
    ++depth;
    break;
  case EOWNERDEAD:
    pthread_mutex_consistent(&mutex);
    depth = 1;
    break;
  case ETIMEDOUT:
    return outcome::timed_out;
  case EDEADLK:
    throw deadlock_error("the lock is held by this thread already");
  default:
    fail(code, "pthread_mutex_lock");
  }
  owner.store(thread_id(), std::memory_order_relaxed);
  return code == 0 ? outcome::locked : outcome::owner_died;
}

void robust_mutex::unlock() {
  if (!owned())
    throw misuse_error("the lock is not held by this thread");
  if (--depth == 0)
    owner.store(0, std::memory_order_relaxed);
  if (int code = pthread_mutex_unlock(&mutex))
    fail(code, "pthread_mutex_unlock");
}

bool robust_mutex::owned() const {
  return owner.load(std::memory_order_relaxed) == thread_id();
}

// --- futex ---

static_assert(sizeof(std::atomic<std::uint32_t>) == 4 && std::atomic<std::uint32_t>::is_always_lock_free);

void futex_wait(std::atomic<std::uint32_t> &word, std::uint32_t seen, const deadline &end) {
  timespec left;
  timeout time = end.left();
  if (time)
    left = to_timespec(*time);
  syscall(SYS_futex, &word, FUTEX_WAIT, seen, time ? &left : nullptr, nullptr, 0);
}

void futex_wake(std::atomic<std::uint32_t> &word, int count) {
  syscall(SYS_futex, &word, FUTEX_WAKE, count, nullptr, nullptr, 0);
}

} // namespace detail
} // namespace mp
} // namespace heddle::rt
