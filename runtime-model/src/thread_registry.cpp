//===- thread_registry.cpp - the threads that are alive ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The registry is never destroyed: threads may end while static objects are
// being destroyed. fork() is made between its locks, so that a child finds it
// whole.
//
//===----------------------------------------------------------------------===//

#include "thread_record.h"
#include <unistd.h>

namespace heddle::rt::detail {

namespace {

/// The calling thread's record, and the end of those that the runtime did not make.
struct current_slot {
  std::shared_ptr<thread_record> record;
  ~current_slot();
};

// Trivial, so that it can be read while the thread's other objects are destroyed.
thread_local bool slot_is_gone = false;
thread_local current_slot slot;

current_slot::~current_slot() {
  slot_is_gone = true;
  if (record && !record->ours)
    thread_registry::instance().remove(*record);
}

bool is_main_thread() {
  return getpid() == gettid();
}

// The main thread is there before main() begins, and so is its number.
[[maybe_unused]] const auto first = (thread_registry::instance().current(), true);

} // namespace

thread_registry &thread_registry::instance() {
  static auto *one = new thread_registry;
  return *one;
}

thread_registry::thread_registry() {
  pthread_atfork(before_fork, after_fork_in_parent, after_fork_in_child);
}

void thread_registry::add(const std::shared_ptr<thread_record> &record) {
  std::lock_guard guard(m);
  threads.push_back(record);
}

void thread_registry::remove(const thread_record &record) {
  std::lock_guard guard(m);
  std::erase_if(threads, [&](const auto &one) { return one.get() == &record; });
}

std::vector<std::shared_ptr<thread_record>> thread_registry::alive() {
  main(); // alive from the beginning, also if nobody asked
  std::lock_guard guard(m);
  return threads;
}

std::size_t thread_registry::count() {
  main();
  std::lock_guard guard(m);
  return threads.size();
}

std::shared_ptr<thread_record> thread_registry::main() {
  if (is_main_thread())
    current();
  std::lock_guard guard(m);
  if (!main_record) {
    // Another thread asks first: the main thread finds this when it comes.
    main_record = adopt(true);
    threads.insert(threads.begin(), main_record);
  }
  return main_record;
}

std::shared_ptr<thread_record> thread_registry::current() {
  if (slot_is_gone)
    return adopt(false);
  if (slot.record)
    return slot.record;
  bool is_main = is_main_thread();
  std::lock_guard guard(m);
  if (is_main && main_record) {
    slot.record = main_record;
    main_record->know_ident(pthread_self());
    return main_record;
  }
  slot.record = adopt(is_main);
  if (is_main)
    main_record = slot.record;
  threads.insert(is_main ? threads.begin() : threads.end(), slot.record);
  return slot.record;
}

void thread_registry::set_current(const std::shared_ptr<thread_record> &record) {
  slot.record = record;
}

std::shared_ptr<thread_record> thread_registry::adopt(bool is_main) {
  static std::atomic<unsigned> dummies = 0;
  auto record =
      std::make_shared<thread_record>(is_main ? "MainThread" : next_name("Dummy-", dummies), !is_main, 0, false);
  record->now = thread_record::phase::alive;
  record->native_id = is_main ? getpid() : gettid();
  if (!is_main || is_main_thread())
    record->know_ident(pthread_self());
  return record;
}

std::string thread_registry::next_name(const char *kind, std::atomic<unsigned> &counter) {
  return kind + std::to_string(counter.fetch_add(1, std::memory_order_relaxed) + 1);
}

// The locks are taken in the order that all others take them in.
void thread_registry::before_fork() {
  auto &self = instance();
  self.m.lock();
  for (auto &record : self.threads)
    record->m.lock();
}

void thread_registry::after_fork_in_parent() {
  auto &self = instance();
  for (auto &record : self.threads)
    record->m.unlock();
  self.m.unlock();
}

void thread_registry::after_fork_in_child() {
  auto &self = instance();
  for (auto &record : self.threads) {
    if (record != slot.record)
      record->left_behind = true;
    record->m.unlock();
  }
  // Their conditions may have waiters that do not exist here, and must not be destroyed.
  static auto &kept = *new std::vector<std::shared_ptr<thread_record>>;
  kept.insert(kept.end(), self.threads.begin(), self.threads.end());
  self.threads.clear();
  self.main_record = slot.record;
  if (slot.record) {
    slot.record->native_id = gettid();
    self.threads.push_back(slot.record);
  }
  self.m.unlock();
}

} // namespace heddle::rt::detail

namespace heddle::rt {

namespace {
std::unique_lock<std::mutex> lock_of(const detail::thread_record &record) {
  return std::unique_lock(record.m);
}
} // namespace

std::string thread_ref::name() const {
  auto held = lock_of(*record);
  return record->name;
}

void thread_ref::set_name(std::string name) {
  auto held = lock_of(*record);
  record->name = std::move(name);
  // A thread that has not begun will take the name itself; the main thread's is
  // what ps shows of the process.
  bool begun = record->now == detail::thread_record::phase::alive && record->native_id != 0;
  if (begun && record->native_id != getpid())
    pthread_setname_np(record->ident.load(std::memory_order_relaxed), record->name.substr(0, 15).c_str());
}

bool thread_ref::daemon() const {
  return record->daemon;
}

bool thread_ref::is_alive() const {
  if (record->left_behind)
    return false;
  auto held = lock_of(*record);
  return record->now == detail::thread_record::phase::alive;
}

std::thread::id thread_ref::ident() const {
  auto held = lock_of(*record);
  if (record->now == detail::thread_record::phase::fresh)
    return {};
  return std::thread::id(record->ident.load(std::memory_order_relaxed));
}

pid_t thread_ref::native_id() const {
  auto held = lock_of(*record);
  if (record->now == detail::thread_record::phase::fresh || record->left_behind)
    return 0;
  // The thread itself tells it, as the first thing it does.
  record->changed.wait(held, [&] { return record->native_id != 0; });
  return record->native_id;
}

bool thread_ref::request_stop() const {
  return record->stop.request_stop();
}
std::stop_token thread_ref::get_stop_token() const {
  return record->stop.get_token();
}

thread_ref current_thread() {
  return thread_ref(detail::thread_registry::instance().current());
}
thread_ref main_thread() {
  return thread_ref(detail::thread_registry::instance().main());
}

std::vector<thread_ref> enumerate() {
  std::vector<thread_ref> refs;
  for (auto &record : detail::thread_registry::instance().alive())
    refs.emplace_back(record);
  return refs;
}

std::size_t active_count() {
  return detail::thread_registry::instance().count();
}

} // namespace heddle::rt
