// Coroutines, tasks and what they share: the runtime beside Asio's awaitables on one io_context.
// A name is ROW/IMPLEMENTATION; run compares the implementations of a row.

// Asio 1.22 does not know that Clang has coroutines.
#define ASIO_HAS_CO_AWAIT 1
#define ASIO_HAS_STD_COROUTINE 1

#include "heddle/rt/aio.h"
#include <asio/awaitable.hpp>
#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/io_context.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>
#include <asio/this_coro.hpp>
#include <asio/use_awaitable.hpp>
#include <benchmark/benchmark.h>
#include <thread>

namespace aio = heddle::rt::aio;
using asio::awaitable;
using asio::use_awaitable;
using namespace std::chrono_literals;

namespace {

// Until a program has its first thread, its reference counts are not atomic: only a program of one thread would see
// that.
[[maybe_unused]] const bool has_had_a_thread = (std::thread([] {}).join(), true);

constexpr int batch = 100000;

/// Measures `run(batch)`, which makes `batch` operations.
template <class F> void measure(benchmark::State &state, F run) {
  while (state.KeepRunningBatch(batch))
    run(batch);
}

/// Runs one coroutine to its end.
void run_asio(awaitable<void> body) {
  asio::io_context io(1);
  asio::co_spawn(io, std::move(body), asio::detached);
  io.run();
}

// A coroutine that is made, awaited and destroyed.

aio::task<int> our_leaf(int n) {
  co_return n;
}
aio::task<> our_caller(int count) {
  long sum = 0;
  for (int i = 0; i < count; ++i)
    sum += co_await our_leaf(i);
  benchmark::DoNotOptimize(sum);
}
awaitable<int> asio_leaf(int n) {
  co_return n;
}
awaitable<void> asio_caller(int count) {
  long sum = 0;
  for (int i = 0; i < count; ++i)
    sum += co_await asio_leaf(i);
  benchmark::DoNotOptimize(sum);
}
void our_await(benchmark::State &state) {
  measure(state, [](int count) { aio::run(our_caller(count)); });
}
void asio_await(benchmark::State &state) {
  measure(state, [](int count) { run_asio(asio_caller(count)); });
}
BENCHMARK(our_await)->Name("coroutine, make and await/heddle");
BENCHMARK(asio_await)->Name("coroutine, make and await/asio");

// Two tasks in turns.

aio::task<> our_yielder(int count) {
  for (int i = 0; i < count; ++i)
    co_await aio::yield();
}
aio::task<> our_yielders(int count) {
  co_await aio::gather(our_yielder(count / 2), our_yielder(count / 2));
}
awaitable<void> asio_yielder(int count) {
  auto executor = co_await asio::this_coro::executor;
  for (int i = 0; i < count; ++i)
    co_await asio::post(executor, use_awaitable);
}
void our_switch(benchmark::State &state) {
  measure(state, [](int count) { aio::run(our_yielders(count)); });
}
void asio_switch(benchmark::State &state) {
  measure(state, [](int count) {
    asio::io_context io(1);
    asio::co_spawn(io, asio_yielder(count / 2), asio::detached);
    asio::co_spawn(io, asio_yielder(count / 2), asio::detached);
    io.run();
  });
}
BENCHMARK(our_switch)->Name("task switch/heddle");
BENCHMARK(asio_switch)->Name("task switch/asio");

// An item to another task and one back.

aio::task<> our_ping(aio::queue<int> &there, aio::queue<int> &back, int count) {
  for (int i = 0; i < count; ++i) {
    co_await there.put(i);
    co_await back.get();
  }
}
aio::task<> our_pong(aio::queue<int> &there, aio::queue<int> &back, int count) {
  for (int i = 0; i < count; ++i) {
    const int item = co_await there.get();
    co_await back.put(item);
  }
}
aio::task<> our_round_trips(int count) {
  aio::queue<int> there(1);
  aio::queue<int> back(1);
  co_await aio::gather(our_ping(there, back, count), our_pong(there, back, count));
}
using channel = asio::experimental::channel<void(asio::error_code, int)>;
awaitable<void> asio_ping(channel &there, channel &back, int count) {
  for (int i = 0; i < count; ++i) {
    co_await there.async_send(asio::error_code(), i, use_awaitable);
    co_await back.async_receive(use_awaitable);
  }
}
awaitable<void> asio_pong(channel &there, channel &back, int count) {
  for (int i = 0; i < count; ++i) {
    const int item = co_await there.async_receive(use_awaitable);
    co_await back.async_send(asio::error_code(), item, use_awaitable);
  }
}
void our_queue(benchmark::State &state) {
  measure(state, [](int count) { aio::run(our_round_trips(count)); });
}
void asio_queue(benchmark::State &state) {
  measure(state, [](int count) {
    asio::io_context io(1);
    channel there(io, 1);
    channel back(io, 1);
    asio::co_spawn(io, asio_ping(there, back, count), asio::detached);
    asio::co_spawn(io, asio_pong(there, back, count), asio::detached);
    io.run();
  });
}
BENCHMARK(our_queue)->Name("queue between tasks, round trip/heddle");
BENCHMARK(asio_queue)->Name("queue between tasks, round trip/asio channel");

// Tasks that are made and waited for.

aio::task<> our_spawner(int count) {
  co_await aio::with_task_group([count](aio::task_group &group) -> aio::task<> {
    for (int i = 0; i < count; ++i)
      group.create_task(our_leaf(i));
    co_return;
  });
}
void our_spawn(benchmark::State &state) {
  measure(state, [](int count) { aio::run(our_spawner(count)); });
}
void asio_spawn(benchmark::State &state) {
  measure(state, [](int count) {
    asio::io_context io(1);
    for (int i = 0; i < count; ++i)
      asio::co_spawn(io, asio_leaf(i), asio::detached);
    io.run();
  });
}
BENCHMARK(our_spawn)->Name("task, make and join/heddle");
BENCHMARK(asio_spawn)->Name("task, make and join/asio");

// A hundred thousand tasks that sleep for 10 ms.

aio::task<> our_sleeper() {
  co_await aio::sleep(10ms);
}
aio::task<> our_sleepers(int count) {
  co_await aio::with_task_group([count](aio::task_group &group) -> aio::task<> {
    for (int i = 0; i < count; ++i)
      group.create_task(our_sleeper());
    co_return;
  });
}
awaitable<void> asio_sleeper() {
  asio::steady_timer timer(co_await asio::this_coro::executor, 10ms);
  co_await timer.async_wait(use_awaitable);
}
void our_sleep(benchmark::State &state) {
  measure(state, [](int count) { aio::run(our_sleepers(count)); });
}
void asio_sleep(benchmark::State &state) {
  measure(state, [](int count) {
    asio::io_context io(1);
    for (int i = 0; i < count; ++i)
      asio::co_spawn(io, asio_sleeper(), asio::detached);
    io.run();
  });
}
BENCHMARK(our_sleep)->Name("one of 100,000 sleeping tasks/heddle");
BENCHMARK(asio_sleep)->Name("one of 100,000 sleeping tasks/asio");

// A lock between tasks; Asio's is a channel of one.

aio::task<> our_locker(aio::lock &lock, int count, bool contended) {
  for (int i = 0; i < count; ++i) {
    auto held = co_await lock.scoped();
    if (contended)
      co_await aio::yield();
  }
}
aio::task<> our_lockers(int tasks, int count) {
  aio::lock lock;
  std::vector<aio::task<>> all;
  for (int i = 0; i < tasks; ++i)
    all.push_back(our_locker(lock, count / tasks, tasks > 1));
  co_await aio::gather(all);
}
awaitable<void> asio_locker(channel &lock, int count, bool contended) {
  auto executor = co_await asio::this_coro::executor;
  for (int i = 0; i < count; ++i) {
    co_await lock.async_send(asio::error_code(), 1, use_awaitable);
    if (contended)
      co_await asio::post(executor, use_awaitable);
    co_await lock.async_receive(use_awaitable);
  }
}
template <int Tasks> void our_lock(benchmark::State &state) {
  measure(state, [](int count) { aio::run(our_lockers(Tasks, count)); });
}
template <int Tasks> void asio_lock(benchmark::State &state) {
  measure(state, [](int count) {
    asio::io_context io(1);
    channel lock(io, 1);
    for (int i = 0; i < Tasks; ++i)
      asio::co_spawn(io, asio_locker(lock, count / Tasks, Tasks > 1), asio::detached);
    io.run();
  });
}
BENCHMARK(our_lock<1>)->Name("lock between tasks/heddle");
BENCHMARK(asio_lock<1>)->Name("lock between tasks/asio channel of one");
BENCHMARK(our_lock<10>)->Name("lock between tasks, contended by 10/heddle");
BENCHMARK(asio_lock<10>)->Name("lock between tasks, contended by 10/asio channel of one");

} // namespace
