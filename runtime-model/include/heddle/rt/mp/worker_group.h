//===- worker_group.h - the worker processes of a pool -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three kinds of processes and a thread:
//
//   parent ──orders──> nursery ──forks──> worker 1, worker 2, ...
//      └────────a channel to each worker────────┘
//
// The nursery is made first, by fork or spawn. It has one thread, so it can fork
// workers at any time, also when the parent has many threads; it reaps them and
// says how they ended. A thread of the parent, the supervisor, gives jobs to idle
// workers, one at a time to each, and takes the answers. So it is known which job
// a dead worker had, no process shares a channel with another, and a worker killed
// in the middle of a message harms nobody else.
//
// Nobody is left behind: when the parent ends, however it does, the nursery sees
// the end of its orders and ends; when the nursery ends, the system kills the
// workers (PR_SET_PDEATHSIG of prctl(2)).
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_WORKER_GROUP_H
#define HEDDLE_RT_MP_WORKER_GROUP_H

#include "heddle/rt/mp/batch.h"
#include "heddle/rt/mp/process.h"
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>

namespace heddle::rt::mp {

/// The worker that had the job died; the job may have been done in part.
/// Python: none (multiprocessing.Pool waits for its result for ever).
class worker_died : public process_error {
public:
  using process_error::process_error;
};

namespace detail {

struct group_options {
  std::string name;
  std::size_t workers = 0;
  /// Jobs after which a worker is replaced, 0: never.
  std::size_t jobs_per_worker = 0;
  /// A worker that dies is replaced, and its job fails; or all jobs fail.
  bool replace_the_dead = true;
  std::optional<start_method> method;
  bool fork_with_threads = false;
};

/// The life of the nursery: forks workers as it is told.
void run_nursery(connection orders, unique_function<void()> initializer);

/// The nursery with an initializer that is called in each worker.
template <class F, class... Args> process_work nursery_work(connection orders, F initializer, Args... args) {
  if constexpr (registrable<F>) {
    auto nursery = [](connection from, Args... given) {
      run_nursery(std::move(from), [... kept = std::move(given)]() mutable { F()(kept...); });
    };
    return make_work<decltype(nursery), connection, Args...>(nursery, std::move(orders), std::move(args)...);
  } else {
    auto nursery = [f = std::move(initializer)](connection from, Args... given) {
      run_nursery(std::move(from), [f, ... kept = std::move(given)]() mutable { f(kept...); });
    };
    return make_work<decltype(nursery), connection, Args...>(std::move(nursery), std::move(orders), std::move(args)...);
  }
}

class supervisor;

/// Workers and their jobs.
///
/// Thread safety: all functions from all threads of the process that made it.
/// Invariant: each job that was taken is finished or failed, whatever becomes of
/// the workers.
/// Errors: submit() throws misuse_error after close() or terminate(),
/// broken_process_pool when the group is broken.
class worker_group {
public:
  /// Makes the nursery of `nursery_work`, given the child's end of the orders.
  worker_group(group_options options, unique_function<process_work(connection)> nursery_work);
  worker_group(const worker_group &) = delete;
  worker_group &operator=(const worker_group &) = delete;
  /// Terminates.
  ~worker_group();

  void submit(std::vector<std::unique_ptr<job>> jobs);
  /// Takes no more jobs; what was taken is done, then the workers end.
  void close();
  /// Ends the workers at once; jobs without an answer fail with cancelled_error.
  void terminate();
  /// Waits for the end, after close() or terminate(); misuse_error before.
  void join();
  /// Cancels the jobs that have not begun.
  void cancel_waiting();
  /// Whether this process made it, and is not forked from the one that did.
  bool own() const;
  /// How many workers there are, or will be again.
  std::size_t size() const { return number; }
  /// The workers that are alive at this moment.
  std::vector<pid_t> pids();

private:
  void require_own_process(const char *call) const;

  std::size_t number;
  std::unique_ptr<supervisor> state;
  pid_t owner;
};

} // namespace detail
} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_WORKER_GROUP_H
