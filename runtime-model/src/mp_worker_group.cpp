//===- mp_worker_group.cpp - gives jobs to workers and takes the answers -===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/worker_group.h"
#include "mp_nursery.h"
#include <algorithm>
#include <csignal>
#include <map>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt::mp::detail {

namespace {

/// The parent's end of a pipe, which no forked child keeps open.
class own_end {
public:
  explicit own_end(connection c) : end(std::move(c)) { hide_from_children(end.fileno()); }
  own_end(const own_end &) = delete;
  own_end &operator=(const own_end &) = delete;
  ~own_end() {
    if (!end.closed())
      unhide_from_children(end.fileno());
  }
  connection *operator->() { return &end; }

private:
  connection end;
};

struct worker {
  enum class phase { starting, idle, busy, leaving };
  explicit worker(connection c) : channel(std::make_unique<own_end>(std::move(c))) {}

  std::unique_ptr<own_end> channel; // empty: closed, it is ending
  phase now = phase::starting;
  std::unique_ptr<job> current;
  std::size_t jobs = 0;
};

} // namespace

/// The thread of a group, and what it shares with the others.
///
/// Thread safety: `m` guards what stands behind it; the rest belongs to the thread.
class supervisor {
public:
  supervisor(group_options options, unique_function<process_work(connection)> make_nursery);
  ~supervisor() { leave(); }

  void submit(std::vector<std::unique_ptr<job>> jobs);
  void finish(bool at_once);
  void join();
  void cancel_waiting();
  bool closed();
  std::vector<pid_t> pids();
  /// In a forked child, which has no such thread.
  void abandon() { static_cast<void>(thread.release()); }

private:
  enum class phase { open, closing, terminating, ended };

  void run() noexcept;
  bool step();
  void hire();
  void keep_number();
  void dispatch();
  std::unique_ptr<job> next_job();
  void wait_and_read();
  void read_notice();
  void read_message(worker &from);
  void read_ready(worker &from, byte_span message);
  void read_answer(worker &from, byte_span message);
  void bury(std::uint64_t id, pid_t pid, int exitcode);
  void break_group(const std::string &why);
  void leave();
  void fail_all(const std::exception_ptr &why);
  void wake() { eventfd_write(signal.get(), 1); }
  bool busy() const;

  const group_options options;
  descriptor signal;
  std::unique_ptr<own_end> orders;
  process nursery;
  std::map<std::uint64_t, worker> workers;
  std::uint64_t hired = 0;
  /// Workers that died before they were ready, since another became ready or gave
  /// an answer.
  std::size_t stillborn = 0;

  std::mutex m;
  std::condition_variable over;
  phase now = phase::open;
  std::deque<std::unique_ptr<job>> waiting;
  std::string broken; // why; empty: it is not
  std::map<std::uint64_t, pid_t> alive;

  std::unique_ptr<std::thread> thread;
};

// --- from other threads ---

supervisor::supervisor(group_options given, unique_function<process_work(connection)> make_nursery)
    : options(std::move(given)), signal(descriptor::checked(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "eventfd")) {
  auto [mine, its] = pipe();
  orders = std::make_unique<own_end>(std::move(mine));
  process_work work = make_nursery(std::move(its));
  work.service = true;
  nursery = process(
      {.name = options.name, .daemon = true, .method = options.method, .fork_with_threads = options.fork_with_threads},
      std::move(work));
  // Signals are for the threads of the program.
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  thread = std::make_unique<std::thread>([this] { run(); });
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

void supervisor::submit(std::vector<std::unique_ptr<job>> jobs) {
  {
    std::lock_guard held(m);
    if (!broken.empty())
      throw broken_process_pool(broken);
    if (now != phase::open)
      throw misuse_error("the pool takes no more work: it was closed");
    for (auto &one : jobs)
      waiting.push_back(std::move(one));
  }
  wake();
}

void supervisor::finish(bool at_once) {
  {
    std::lock_guard held(m);
    phase wanted = at_once ? phase::terminating : phase::closing;
    if (now < wanted)
      now = wanted;
  }
  wake();
}

void supervisor::join() {
  std::unique_lock held(m);
  if (thread->get_id() == std::this_thread::get_id())
    throw misuse_error("a callback of the pool cannot wait for the pool");
  if (now == phase::open)
    throw misuse_error("join of a pool that is still open: close() or terminate() it first");
  over.wait(held, [this] { return now == phase::ended; });
  if (thread->joinable())
    thread->join(); // under the lock: the thread does not take it any more
}

void supervisor::cancel_waiting() {
  std::deque<std::unique_ptr<job>> dropped;
  {
    std::lock_guard held(m);
    dropped.swap(waiting);
  }
  for (auto &one : dropped)
    one->cancel();
  wake();
}

bool supervisor::closed() {
  std::lock_guard held(m);
  return now != phase::open;
}

std::vector<pid_t> supervisor::pids() {
  std::lock_guard held(m);
  std::vector<pid_t> all;
  for (const auto &[id, pid] : alive)
    all.push_back(pid);
  return all;
}

// --- the thread ---

void supervisor::run() noexcept {
  try {
    while (step())
      ;
  } catch (const std::exception &error) {
    break_group(std::string("the pool's thread failed: ") + error.what());
  }
  leave();
  fail_all(std::make_exception_ptr(cancelled_error("the pool was terminated")));
  std::lock_guard held(m);
  now = phase::ended;
  over.notify_all();
}

/// One round; false when nothing is left to do.
bool supervisor::step() {
  phase wanted;
  bool more;
  {
    std::lock_guard held(m);
    wanted = now;
    more = !waiting.empty();
  }
  if (wanted == phase::terminating)
    return false;
  if (wanted == phase::closing && !more && !busy()) {
    for (auto &[id, one] : workers)
      one.channel.reset(); // they see the end, and end
    if (workers.empty())
      return false;
  } else {
    keep_number();
    dispatch();
  }
  wait_and_read();
  return true;
}

bool supervisor::busy() const {
  return std::any_of(workers.begin(), workers.end(), [](const auto &one) { return one.second.current != nullptr; });
}

void supervisor::keep_number() {
  while (workers.size() < options.workers)
    hire();
}

void supervisor::hire() {
  auto [mine, its] = pipe();
  std::uint64_t id = ++hired;
  (*orders)->send(nursery_order{id});
  (*orders)->send_descriptor(its.fileno());
  workers.emplace(id, worker(std::move(mine)));
}

void supervisor::dispatch() {
  for (auto &[id, one] : workers) {
    if (one.now != worker::phase::idle || !one.channel)
      continue;
    one.current = next_job();
    if (!one.current)
      return;
    one.now = worker::phase::busy;
    try {
      (*one.channel)->send_bytes(one.current->message);
    } catch (const std::system_error &) { // it is dead; the nursery will say so
    }
  }
}

std::unique_ptr<job> supervisor::next_job() {
  while (true) {
    std::unique_ptr<job> next;
    {
      std::lock_guard held(m);
      if (waiting.empty())
        return nullptr;
      next = std::move(waiting.front());
      waiting.pop_front();
    }
    if (next->begin())
      return next;
  }
}

void supervisor::wait_and_read() {
  std::vector<waitable> watched{signal.get(), (*orders)->fileno()};
  std::vector<std::uint64_t> ids{0, 0};
  for (auto &[id, one] : workers)
    if (one.channel) {
      watched.emplace_back((*one.channel)->fileno());
      ids.push_back(id);
    }
  for (std::size_t ready : wait(watched)) {
    eventfd_t count;
    if (ready == 0)
      eventfd_read(signal.get(), &count);
    else if (ready > 1)
      read_message(workers.at(ids[ready]));
  }
  // Last: what a worker sent before its death has been read.
  while (orders && (*orders)->poll())
    read_notice();
}

void supervisor::read_notice() {
  nursery_notice notice;
  try {
    notice = (*orders)->recv<nursery_notice>();
  } catch (const end_of_file &) {
    return break_group("the process that makes the pool's workers ended");
  }
  if (notice.exitcode)
    return bury(notice.worker, notice.pid, *notice.exitcode);
  std::lock_guard held(m);
  alive[notice.worker] = notice.pid;
}

void supervisor::read_message(worker &from) {
  byte_vector message;
  try {
    message = (*from.channel)->recv_bytes();
  } catch (const std::exception &) { // its end, or half a message; the nursery will say why
    from.channel.reset();
    return;
  }
  if (from.now == worker::phase::starting)
    read_ready(from, message);
  else
    read_answer(from, message);
}

void supervisor::read_ready(worker &from, byte_span message) {
  wire_reader in(message);
  outcome<void> ready = read_outcome<void>(in);
  if (!ready.error) {
    stillborn = 0;
    from.now = worker::phase::idle;
    return;
  }
  try {
    std::rethrow_exception(ready.error);
  } catch (const remote_error &error) {
    break_group(std::string("the initializer of a worker failed: ") + error.what());
  }
}

void supervisor::read_answer(worker &from, byte_span message) {
  std::unique_ptr<job> done = std::move(from.current);
  stillborn = 0;
  from.now = worker::phase::idle;
  if (++from.jobs == options.jobs_per_worker)
    from.channel.reset(); // it sees the end, and ends; the next one takes its place
  if (!from.channel)
    from.now = worker::phase::leaving;
  try {
    wire_reader in(message);
    if (!wire_read<bool>(in)) {
      auto type = wire_read<std::string>(in);
      throw remote_error(std::move(type), wire_read<std::string>(in));
    }
    done->finish(in);
  } catch (...) {
    done->fail(std::current_exception());
  }
}

void supervisor::bury(std::uint64_t id, pid_t pid, int exitcode) {
  auto found = workers.find(id);
  if (found == workers.end())
    return;
  worker &dead = found->second;
  while (dead.channel && (*dead.channel)->poll()) // its last words
    read_message(dead);
  std::string how = "worker process " + std::to_string(pid) + " ended with exit code " + std::to_string(exitcode);
  if (dead.now == worker::phase::starting && ++stillborn > 2 * options.workers)
    return break_group("workers die before they begin; the last: " + how);
  bool expected = dead.now == worker::phase::leaving || (closed() && !dead.current);
  if (!expected && !options.replace_the_dead)
    return break_group(how);
  if (dead.current)
    dead.current->fail(std::make_exception_ptr(worker_died(how + " during the job")));
  workers.erase(found);
  std::lock_guard held(m);
  alive.erase(id);
}

/// The group is of no use any more: all its jobs fail, and so does submit().
void supervisor::break_group(const std::string &why) {
  {
    std::lock_guard held(m);
    broken = why;
    now = phase::terminating;
  }
  fail_all(std::make_exception_ptr(broken_process_pool(why)));
}

void supervisor::fail_all(const std::exception_ptr &why) {
  for (auto &[id, one] : workers)
    if (auto lost = std::move(one.current))
      lost->fail(why);
  std::deque<std::unique_ptr<job>> dropped;
  {
    std::lock_guard held(m);
    dropped.swap(waiting);
  }
  for (auto &one : dropped)
    one->fail(why);
}

/// The nursery ends its workers when it sees the end of the orders.
void supervisor::leave() {
  orders.reset();
  if (nursery.valid())
    nursery.join();
  std::lock_guard held(m);
  alive.clear();
}

// --- worker_group ---

worker_group::worker_group(group_options options, unique_function<process_work(connection)> nursery_work)
    : number(options.workers), state(std::make_unique<supervisor>(std::move(options), std::move(nursery_work))),
      owner(getpid()) {}

worker_group::~worker_group() {
  if (!own()) {
    state->abandon();
    static_cast<void>(state.release()); // its thread and its locks are in the parent
    return;
  }
  state->finish(true);
  state->join();
}

bool worker_group::own() const {
  return owner == getpid();
}

void worker_group::require_own_process(const char *call) const {
  if (!own())
    throw misuse_error(std::string(call) + " of a pool that another process made");
}

void worker_group::submit(std::vector<std::unique_ptr<job>> jobs) {
  require_own_process("use");
  state->submit(std::move(jobs));
}

void worker_group::close() {
  require_own_process("close");
  state->finish(false);
}

void worker_group::terminate() {
  require_own_process("terminate");
  state->finish(true);
}

void worker_group::join() {
  require_own_process("join");
  state->join();
}

void worker_group::cancel_waiting() {
  state->cancel_waiting();
}
std::vector<pid_t> worker_group::pids() {
  return state->pids();
}

} // namespace heddle::rt::mp::detail
