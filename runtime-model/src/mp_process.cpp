//===- mp_process.cpp - processes, and what they know of each other ------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/process.h"
#include "mp_child.h"
#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace heddle::rt::mp {

using detail::process_record;

namespace {

// Relaxed: single values, which order nothing.
std::atomic<start_method> method = start_method::fork;
std::atomic<bool> method_was_set = false;
std::atomic<bool> guarded = false;
std::atomic<bool> main_begins = false;

/// Linkers put the initialisers of an archive behind those of the files that use
/// it, so this runs when all the program's static objects are made. getpid() is
/// there because an optimiser may run what it knows at compile time.
__attribute__((constructor)) void after_static_objects() {
  main_begins = getpid() > 0;
}

process_record *&own_record() {
  static auto *one = new process_record; // never destroyed: exit still looks at it
  return one;
}

byte_vector contents(const mp::descriptor &file) {
  struct stat about = {};
  fstat(file.get(), &about);
  byte_vector bytes(static_cast<std::size_t>(about.st_size));
  std::size_t done = 0;
  while (done < bytes.size()) {
    ssize_t n = pread(file.get(), bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
    if (n <= 0)
      throw wire_error("the order of the spawned process cannot be read");
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

/// The life of a spawned child.
void run_spawned(int order_file) {
  byte_vector order = contents(mp::descriptor(order_file));
  wire_reader in(order);
  auto told = wire_read<detail::spawn_order>(in);
  process_record &self = process_record::self();
  self.info = told.self;
  self.info.pid = getpid();
  self.parent = told.parent;
  self.identity = told.identity;
  self.may_have_children = told.may_have_children;
  method = told.method;
  auto id = wire_read<detail::entry_id>(in);
  wire_writer ignored;
  detail::entry_registry::find(id)(in, ignored);
}

} // namespace

// --- start methods ---

start_method get_start_method() {
  return method;
}

void set_start_method(start_method chosen, bool force) {
  if (method_was_set.exchange(true) && !force)
    throw misuse_error("the start method was set before");
  method = chosen;
}

std::vector<start_method> get_all_start_methods() {
  return {start_method::fork, start_method::spawn};
}

main_guard::main_guard() {
  main_begins = true;
  guarded = true;
  const char *order = std::getenv(detail::spawn_variable);
  if (!order)
    return;
  int order_file = std::atoi(order);
  unsetenv(detail::spawn_variable);
  unique_function<void()> work = [order_file] { run_spawned(order_file); };
  std::exit(detail::run_work(work));
}

// --- who is who ---

process_info current_process() {
  process_info self = process_record::self().info;
  self.pid = getpid();
  return self;
}

std::optional<process_info> parent_process() {
  return process_record::self().parent;
}

std::vector<process_info> active_children() {
  std::vector<process_info> all;
  for (const auto &one : detail::running_children())
    all.push_back({one->options.name, one->pid, one->options.daemon});
  return all;
}

unsigned cpu_count() {
  return std::max(1u, std::thread::hardware_concurrency());
}

// --- process ---

process::process(process_options options, detail::process_work work) {
  detail::refuse_start_before_main();
  process_record &self = process_record::self();
  std::string number = self.identity.empty() ? "" : self.identity + ":";
  {
    std::lock_guard held(self.m);
    number += std::to_string(++self.started);
  }
  bool deferred = options.deferred;
  record = std::make_shared<detail::child>(std::move(options), std::move(work), "Process-" + number, number);
  if (!deferred)
    start();
}

process &process::operator=(process &&other) noexcept {
  if (this != &other) {
    let_go();
    record = std::move(other.record);
  }
  return *this;
}

process::~process() {
  let_go();
}

void process::let_go() noexcept {
  if (record && record->started() && record->parent == getpid())
    record->finish();
  record.reset();
}

void process::start() {
  detail::child &c = get();
  if (c.started())
    throw misuse_error("a process is started only once");
  static const int at_exit = std::atexit(detail::finish_children);
  static_cast<void>(at_exit);
  c.start();
  process_record &self = process_record::self();
  std::lock_guard held(self.m);
  self.running.push_back(record);
}

bool process::join(timeout limit) {
  detail::child &c = get();
  c.require_parent("join");
  if (!c.started())
    throw misuse_error("join of a process that was not started");
  return c.join(deadline(limit));
}

bool process::is_alive() const {
  detail::child &c = get();
  c.require_parent("is_alive");
  return c.started() && !c.exitcode();
}

std::optional<int> process::exitcode() const {
  detail::child &c = get();
  c.require_parent("exitcode");
  return c.started() ? c.exitcode() : std::nullopt;
}

void process::terminate() const {
  if (is_alive())
    get().signal(SIGTERM);
}

void process::kill() const {
  if (is_alive())
    get().signal(SIGKILL);
}

pid_t process::pid() const {
  return get().pid;
}
const std::string &process::name() const {
  return get().options.name;
}
bool process::daemon() const {
  return get().options.daemon;
}

int process::sentinel() const {
  if (!get().started())
    throw misuse_error("a process that was not started has no sentinel");
  return get().sentinel.get();
}

void process::close() {
  if (record && is_alive())
    throw misuse_error("close of a process that is still running");
  record.reset();
}

detail::child &process::get() const {
  if (!record)
    throw misuse_error("there is no process");
  return *record;
}

namespace detail {

process_record &process_record::self() {
  return *own_record();
}
void process_record::renew(process_record *next) {
  own_record() = next;
}

void refuse_start_before_main() {
  if (!main_begins)
    throw process_error("a process cannot be started before main, while static objects are being made");
  if (std::getenv(spawn_variable))
    throw process_error("a spawned process cannot start others before its main_guard: they would do the same");
}

void require_guard() {
  if (!guarded)
    throw process_error("spawn runs main again in the child: put a heddle::rt::mp::main_guard at its beginning");
}

void hide_from_children(int fd) {
  process_record &self = process_record::self();
  std::lock_guard held(self.m);
  self.hidden.push_back(fd);
}

void unhide_from_children(int fd) {
  process_record &self = process_record::self();
  std::lock_guard held(self.m);
  std::erase(self.hidden, fd);
}

} // namespace detail
} // namespace heddle::rt::mp
