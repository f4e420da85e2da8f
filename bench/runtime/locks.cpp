// Locks, semaphores, barriers, values per thread: the runtime beside std and oneTBB.
// A name is ROW/IMPLEMENTATION; run compares the implementations of a row.

#include "heddle/rt/barrier.h"
#include "heddle/rt/condition.h"
#include "heddle/rt/guarded.h"
#include "heddle/rt/local.h"
#include "heddle/rt/lock.h"
#include "heddle/rt/semaphore.h"
#include <barrier>
#include <benchmark/benchmark.h>
#include <semaphore>
#include <tbb/enumerable_thread_specific.h>
#include <thread>

using namespace std::chrono_literals;
namespace rt = heddle::rt;

namespace {

// Until a program has its first thread, glibc's locks do less: only the benchmarks that come first would see that.
[[maybe_unused]] const bool has_had_a_thread = (std::thread([] {}).join(), true);

/// Runs `f` in two threads as often as the benchmark asks; an operation is one call in each.
template <class F> void in_two_threads(benchmark::State &state, F f) {
  std::jthread other([f, rounds = state.max_iterations] {
    for (benchmark::IterationCount i = 0; i < rounds; ++i)
      f(1);
  });
  for (auto _ : state)
    f(0);
}

template <class Lock> void lock_uncontended(benchmark::State &state) {
  Lock m;
  for (auto _ : state) {
    m.lock();
    benchmark::ClobberMemory();
    m.unlock();
  }
}
BENCHMARK(lock_uncontended<rt::mutex>)->Name("lock uncontended/heddle");
BENCHMARK(lock_uncontended<std::mutex>)->Name("lock uncontended/std::mutex");
BENCHMARK(lock_uncontended<rt::recursive_lock>)->Name("recursive lock uncontended/heddle");
BENCHMARK(lock_uncontended<std::recursive_mutex>)->Name("recursive lock uncontended/std::recursive_mutex");
BENCHMARK(lock_uncontended<rt::semaphore>)->Name("semaphore uncontended/heddle");

template <class Lock> void timed_lock(benchmark::State &state) {
  Lock m;
  for (auto _ : state) {
    benchmark::DoNotOptimize(m.try_lock_for(1s));
    m.unlock();
  }
}
BENCHMARK(timed_lock<rt::mutex>)->Name("timed lock/heddle");
BENCHMARK(timed_lock<std::timed_mutex>)->Name("timed lock/std::timed_mutex");

template <class Lock> void lock_contended(benchmark::State &state) {
  static Lock m;
  static long counter;
  in_two_threads(state, [](int) {
    std::lock_guard guard(m);
    ++counter;
  });
}
BENCHMARK(lock_contended<rt::mutex>)->Name("lock contended by 2/heddle")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(lock_contended<std::mutex>)->Name("lock contended by 2/std::mutex")->MeasureProcessCPUTime()->UseRealTime();

void guarded_with(benchmark::State &state) {
  rt::guarded<long> value(0);
  for (auto _ : state)
    value.with([](long &n) { ++n; });
}
void guarded_by_hand(benchmark::State &state) {
  std::mutex m;
  long value = 0;
  for (auto _ : state) {
    std::lock_guard guard(m);
    benchmark::DoNotOptimize(++value);
  }
}
BENCHMARK(guarded_with)->Name("guarded value/heddle");
BENCHMARK(guarded_by_hand)->Name("guarded value/std::mutex");

void two_locks(benchmark::State &state) {
  rt::mutex a, b;
  for (auto _ : state)
    rt::lock_all both(a, b);
}
void two_std_locks(benchmark::State &state) {
  std::mutex a, b;
  for (auto _ : state)
    std::scoped_lock both(a, b);
}
BENCHMARK(two_locks)->Name("two locks at once/heddle");
BENCHMARK(two_std_locks)->Name("two locks at once/std::scoped_lock");

void std_semaphore(benchmark::State &state) {
  std::counting_semaphore<> s(1);
  for (auto _ : state) {
    s.acquire();
    benchmark::ClobberMemory();
    s.release();
  }
}
BENCHMARK(std_semaphore)->Name("semaphore uncontended/std::counting_semaphore");

template <class Semaphore> void semaphore_hand_over(benchmark::State &state) {
  Semaphore turn[2] = {Semaphore(1), Semaphore(0)};
  in_two_threads(state, [&turn](int me) {
    turn[me].acquire();
    turn[1 - me].release();
  });
}
BENCHMARK(semaphore_hand_over<rt::semaphore>)
    ->Name("semaphore hand-over/heddle")
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(semaphore_hand_over<std::counting_semaphore<>>)
    ->Name("semaphore hand-over/std::counting_semaphore")
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void condition_hand_over(benchmark::State &state) {
  rt::condition changed;
  int turn = 0;
  in_two_threads(state, [&](int me) {
    std::lock_guard held(changed);
    changed.wait_for([&] { return turn == me; });
    turn = 1 - me;
    changed.notify();
  });
}
void std_condition_hand_over(benchmark::State &state) {
  std::mutex m;
  std::condition_variable changed;
  int turn = 0;
  in_two_threads(state, [&](int me) {
    std::unique_lock held(m);
    changed.wait(held, [&] { return turn == me; });
    turn = 1 - me;
    changed.notify_one();
  });
}
BENCHMARK(condition_hand_over)->Name("condition hand-over/heddle")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(std_condition_hand_over)
    ->Name("condition hand-over/std::condition_variable")
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void barrier_of_two(benchmark::State &state) {
  rt::barrier meet(2);
  in_two_threads(state, [&](int) { meet.wait(); });
}
void std_barrier_of_two(benchmark::State &state) {
  std::barrier<> meet(2);
  in_two_threads(state, [&](int) { meet.arrive_and_wait(); });
}
BENCHMARK(barrier_of_two)->Name("barrier of 2/heddle")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(std_barrier_of_two)->Name("barrier of 2/std::barrier")->MeasureProcessCPUTime()->UseRealTime();

void local_value(benchmark::State &state) {
  rt::local<long> value;
  for (auto _ : state)
    benchmark::DoNotOptimize(++*value);
}
void tbb_local_value(benchmark::State &state) {
  tbb::enumerable_thread_specific<long> value(0);
  for (auto _ : state)
    benchmark::DoNotOptimize(++value.local());
}
BENCHMARK(local_value)->Name("value per thread/heddle");
BENCHMARK(tbb_local_value)->Name("value per thread/tbb::enumerable_thread_specific");

} // namespace
