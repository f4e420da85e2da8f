//===- thread.cpp - threads that are joined and lose no exception --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include "heddle/rt/error.h"
#include "heddle/rt/excepthook.h"
#include "heddle/rt/stop.h"
#include "thread_record.h"
#include <cxxabi.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt {

using detail::thread_record;
using detail::thread_registry;

namespace {

void check(int status, const char *what) {
  if (status != 0)
    throw std::system_error(status, std::generic_category(), what);
}

/// The attributes of a new thread.
class attributes {
public:
  explicit attributes(std::size_t stack_size) {
    check(pthread_attr_init(&native), "pthread_attr_init");
    if (stack_size)
      status = pthread_attr_setstacksize(&native, stack_size);
  }
  ~attributes() { pthread_attr_destroy(&native); }
  attributes(const attributes &) = delete;
  attributes &operator=(const attributes &) = delete;

  void require_good() const { check(status, "stack_size of a thread"); }
  pthread_attr_t native;

private:
  int status = 0;
};

void introduce(const std::shared_ptr<thread_record> &record) {
  thread_registry::set_current(record);
  record->know_ident(pthread_self());
  std::lock_guard held(record->m);
  record->native_id = gettid();
  pthread_setname_np(pthread_self(), record->name.substr(0, 15).c_str());
  record->changed.notify_all();
}

/// Hands the exception to the hook if no handle will ask for it any more.
void report(thread_record &record, std::unique_lock<std::mutex> held) {
  auto error = std::exchange(record.error, nullptr);
  auto where = "thread '" + record.name + "'";
  held.unlock();
  if (error)
    call_excepthook({error, where});
}

void end(thread_record &record, std::exception_ptr error) {
  thread_registry::instance().remove(record);
  std::unique_lock held(record.m);
  record.error = std::move(error);
  record.now = thread_record::phase::ended;
  record.changed.notify_all();
  if (!record.error_wanted)
    report(record, std::move(held));
}

void *run(void *raw) {
  auto *given = static_cast<std::shared_ptr<thread_record> *>(raw);
  std::shared_ptr<thread_record> record = std::move(*given);
  delete given;
  introduce(record);
  std::exception_ptr error;
  try {
    auto entry = std::move(record->entry);
    entry(record->stop.get_token());
  } catch (abi::__forced_unwind &) { // pthread_exit: an end like any other, which must go on
    end(*record, nullptr);
    throw;
  } catch (...) {
    error = std::current_exception();
  }
  end(*record, error);
  return nullptr;
}

void set_phase(thread_record &record, thread_record::phase now) {
  std::lock_guard held(record.m);
  record.now = now;
}

void launch(const std::shared_ptr<thread_record> &record) {
  attributes wanted(record->stack_size);
  wanted.require_good();
  auto given = std::make_unique<std::shared_ptr<thread_record>>(record);
  auto &registry = thread_registry::instance();
  registry.add(record); // before it can end and remove itself
  set_phase(*record, thread_record::phase::alive);
  pthread_t ident;
  if (int status = pthread_create(&ident, &wanted.native, run, given.get())) {
    set_phase(*record, thread_record::phase::fresh);
    registry.remove(*record);
    check(status, "pthread_create");
  }
  given.release(); // NOLINT(bugprone-unused-return-value): the thread has it
  record->know_ident(ident);
}

/// Waits for the end; false if the deadline came first.
bool wait_for_end(thread_record &record, const deadline &limit) {
  if (!limit.is_never()) {
    std::unique_lock held(record.m);
    if (!detail::wait_until(record.changed, held, limit, [&] { return record.now == thread_record::phase::ended; }))
      return false;
  }
  record.reap();
  return true;
}

} // namespace

void thread_record::reap() {
  std::lock_guard once(join_m);
  if (!std::exchange(joined, true))
    pthread_join(ident.load(std::memory_order_relaxed), nullptr);
}

void thread_record::detach() {
  std::lock_guard once(join_m);
  if (!std::exchange(joined, true))
    pthread_detach(ident.load(std::memory_order_relaxed));
}

thread::thread(thread_options &options, detail::thread_entry entry) {
  static std::atomic<unsigned> made = 0;
  if (options.name.empty())
    options.name = thread_registry::next_name("Thread-", made);
  record = std::make_shared<thread_record>(std::move(options.name), options.daemon, options.stack_size, true);
  record->entry = std::move(entry);
  if (!options.deferred)
    start();
}

thread &thread::operator=(thread &&other) noexcept {
  if (this != &other) {
    let_go();
    record = std::move(other.record);
  }
  return *this;
}

thread::~thread() {
  let_go();
}

void thread::start() {
  ref();
  {
    std::lock_guard held(record->m);
    if (record->now != thread_record::phase::fresh)
      throw misuse_error("threads can only be started once");
  }
  detail::wait_for_threads_at_exit();
  launch(record);
}

void thread::join() {
  join(timeout());
}

bool thread::join(timeout limit) {
  ref();
  if (record->left_behind)
    return true;
  {
    std::lock_guard held(record->m);
    if (record->now == thread_record::phase::fresh)
      throw misuse_error("cannot join a thread before it is started");
    if (record->is_current())
      throw misuse_error("a thread cannot join itself");
  }
  if (!wait_for_end(*record, limit))
    return false;
  std::unique_lock held(record->m);
  if (auto error = std::exchange(record->error, nullptr)) {
    held.unlock();
    std::rethrow_exception(error);
  }
  return true;
}

thread_ref thread::ref() const {
  if (!record)
    throw misuse_error("the handle has no thread");
  return thread_ref(record);
}

/// What the destructor does: a daemon runs on, another thread is asked to stop and joined.
void thread::let_go() noexcept {
  auto let = std::move(record);
  if (!let || let->left_behind)
    return;
  bool runs_on;
  {
    std::lock_guard held(let->m);
    if (let->now == thread_record::phase::fresh)
      return;
    runs_on = let->daemon || let->is_current();
    let->error_wanted = !runs_on;
  }
  if (runs_on) {
    let->detach();
    return report(*let, std::unique_lock(let->m));
  }
  let->stop.request_stop();
  wait_for_end(*let, deadline());
  report(*let, std::unique_lock(let->m));
}

namespace this_thread {

void sleep_for(std::chrono::nanoseconds time) {
  if (time > std::chrono::nanoseconds::zero())
    std::this_thread::sleep_for(time);
}

bool sleep_for(std::chrono::nanoseconds time, std::stop_token stop) {
  deadline end(time);
  std::mutex m;
  std::condition_variable stopped;
  detail::wake_on_stop wake(stop, m, stopped);
  std::unique_lock held(m);
  return !detail::wait_until(stopped, held, end, [&] { return stop.stop_requested(); });
}

bool stop_requested() {
  return get_stop_token().stop_requested();
}
std::stop_token get_stop_token() {
  return current_thread().get_stop_token();
}

} // namespace this_thread
} // namespace heddle::rt
