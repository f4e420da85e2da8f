// Threads, queues, futures and pools: the runtime beside std, Asio and oneTBB.
// A name is ROW/IMPLEMENTATION; run compares the implementations of a row.

#include "heddle/rt/queue.h"
#include "heddle/rt/thread.h"
#include "heddle/rt/thread_pool_executor.h"
#include "heddle/rt/timer.h"
#include <asio/packaged_task.hpp>
#include <asio/post.hpp>
#include <asio/thread_pool.hpp>
#include <benchmark/benchmark.h>
#include <future>
#include <tbb/concurrent_queue.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#include <thread>

namespace rt = heddle::rt;

namespace {

// Until a program has its first thread, glibc's locks do less: only the benchmarks that come first would see that.
[[maybe_unused]] const bool has_had_a_thread = (std::thread([] {}).join(), true);

constexpr int batch = 10000; // tasks per round, so that the pool is never empty
constexpr int workers = 2;

template <class Thread> void start_and_join(benchmark::State &state) {
  for (auto _ : state) {
    Thread t([] {});
    t.join();
  }
}
BENCHMARK(start_and_join<rt::thread>)->Name("thread start+join/heddle")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(start_and_join<std::thread>)->Name("thread start+join/std::thread")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(start_and_join<std::jthread>)->Name("thread start+join/std::jthread")->MeasureProcessCPUTime()->UseRealTime();

void timer_cancel(benchmark::State &state) {
  for (auto _ : state) {
    rt::timer t(std::chrono::hours(1), [] {});
    t.cancel();
    t.join();
  }
}
BENCHMARK(timer_cancel)->Name("timer start+cancel/heddle")->MeasureProcessCPUTime()->UseRealTime();

/// std has no queue: what one writes by hand.
template <class T> class hand_made_queue {
public:
  void put(T item) {
    {
      std::lock_guard held(m);
      items.push_back(item);
    }
    changed.notify_one();
  }
  T get() {
    std::unique_lock held(m);
    changed.wait(held, [this] { return !items.empty(); });
    T item = items.front();
    items.pop_front();
    return item;
  }

private:
  std::mutex m;
  std::condition_variable changed;
  std::deque<T> items;
};
template <class T> struct tbb_queue : tbb::concurrent_bounded_queue<T> {
  void put(T item) { this->push(item); }
  T get() {
    T item;
    this->pop(item);
    return item;
  }
};

template <class Queue> void put_and_get(benchmark::State &state) {
  Queue q;
  for (auto _ : state) {
    q.put(1);
    benchmark::DoNotOptimize(q.get());
  }
}
BENCHMARK(put_and_get<rt::queue<long>>)->Name("queue put+get/heddle");
BENCHMARK(put_and_get<hand_made_queue<long>>)->Name("queue put+get/mutex+condition_variable");
BENCHMARK(put_and_get<tbb_queue<long>>)->Name("queue put+get/tbb::concurrent_bounded_queue");
BENCHMARK(put_and_get<rt::simple_queue<long>>)->Name("simple queue put+get/heddle");
BENCHMARK(put_and_get<hand_made_queue<long>>)->Name("simple queue put+get/mutex+condition_variable");

template <class Queue> void round_trip(benchmark::State &state) {
  Queue there, back;
  std::jthread echo([&, rounds = state.max_iterations] {
    for (benchmark::IterationCount i = 0; i < rounds; ++i)
      back.put(there.get());
  });
  for (auto _ : state) {
    there.put(1);
    benchmark::DoNotOptimize(back.get());
  }
}
BENCHMARK(round_trip<rt::simple_queue<long>>)->Name("queue round trip/heddle")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(round_trip<hand_made_queue<long>>)
    ->Name("queue round trip/mutex+condition_variable")
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(round_trip<tbb_queue<long>>)
    ->Name("queue round trip/tbb::concurrent_bounded_queue")
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void set_and_get(benchmark::State &state) {
  for (auto _ : state) {
    rt::promise<int> p;
    rt::future<int> f = p.get_future();
    p.set_result(1);
    benchmark::DoNotOptimize(f.result());
  }
}
void std_set_and_get(benchmark::State &state) {
  for (auto _ : state) {
    std::promise<int> p;
    std::future<int> f = p.get_future();
    p.set_value(1);
    benchmark::DoNotOptimize(f.get());
  }
}
BENCHMARK(set_and_get)->Name("future set+get/heddle");
BENCHMARK(std_set_and_get)->Name("future set+get/std::future");

/// Submits a batch with `submit(i)`, which gives a future, and reads all with `read(future)`.
template <class Submit, class Read> void submit_and_read(benchmark::State &state, Submit submit, Read read) {
  std::vector<decltype(submit(0))> futures;
  futures.reserve(batch);
  for (auto _ : state) {
    futures.clear();
    for (int i = 0; i < batch; ++i)
      futures.push_back(submit(i));
    for (auto &f : futures)
      benchmark::DoNotOptimize(read(f));
  }
  state.SetItemsProcessed(state.iterations() * batch);
}
void pool_result(benchmark::State &state) {
  rt::thread_pool_executor pool(workers);
  submit_and_read(state, [&](int i) { return pool.submit([i] { return i; }); }, [](auto &f) { return f.result(); });
}
void asio_result(benchmark::State &state) {
  asio::thread_pool pool(workers);
  submit_and_read(
      state, [&](int i) { return asio::post(pool, std::packaged_task<int()>([i] { return i; })); },
      [](auto &f) { return f.get(); });
}
void tbb_result(benchmark::State &state) {
  tbb::global_control limit(tbb::global_control::max_allowed_parallelism, workers + 1);
  tbb::task_arena arena(workers + 1);
  submit_and_read(
      state,
      [&](int i) {
        auto task = std::make_shared<std::packaged_task<int()>>([i] { return i; });
        arena.enqueue([task] { (*task)(); });
        return task->get_future();
      },
      [](auto &f) { return f.get(); });
}
BENCHMARK(pool_result)->Name("pool submit+result/heddle")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(asio_result)->Name("pool submit+result/asio::thread_pool")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(tbb_result)->Name("pool submit+result/tbb::task_arena")->MeasureProcessCPUTime()->UseRealTime();

void pool_one_result(benchmark::State &state) {
  rt::thread_pool_executor pool(workers);
  for (auto _ : state)
    benchmark::DoNotOptimize(pool.submit([] { return 1; }).result());
}
void asio_one_result(benchmark::State &state) {
  asio::thread_pool pool(workers);
  for (auto _ : state)
    benchmark::DoNotOptimize(asio::post(pool, std::packaged_task<int()>([] { return 1; })).get());
}
BENCHMARK(pool_one_result)->Name("pool round trip/heddle")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(asio_one_result)->Name("pool round trip/asio::thread_pool")->MeasureProcessCPUTime()->UseRealTime();

void pool_post(benchmark::State &state) {
  for (auto _ : state) {
    rt::thread_pool_executor pool(workers);
    for (int i = 0; i < batch; ++i)
      pool.submit([] {});
  }
  state.SetItemsProcessed(state.iterations() * batch);
}
void asio_post(benchmark::State &state) {
  for (auto _ : state) {
    asio::thread_pool pool(workers);
    for (int i = 0; i < batch; ++i)
      asio::post(pool, [] {});
    pool.join();
  }
  state.SetItemsProcessed(state.iterations() * batch);
}
void tbb_post(benchmark::State &state) {
  tbb::task_arena arena(workers + 1);
  for (auto _ : state)
    arena.execute([] {
      tbb::task_group group;
      for (int i = 0; i < batch; ++i)
        group.run([] {});
      group.wait();
    });
  state.SetItemsProcessed(state.iterations() * batch);
}
BENCHMARK(pool_post)->Name("pool submit, result dropped/heddle")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(asio_post)->Name("pool submit, result dropped/asio::post")->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(tbb_post)->Name("pool submit, result dropped/tbb::task_group")->MeasureProcessCPUTime()->UseRealTime();

} // namespace
