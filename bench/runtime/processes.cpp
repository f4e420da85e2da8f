// Processes, pipes, queues, locks and pools between processes: the runtime beside what POSIX offers.
// A name is ROW/IMPLEMENTATION; run compares the implementations of a row.

#include "heddle/rt/mp/pool.h"
#include "heddle/rt/mp/queue.h"
#include "heddle/rt/mp/semaphore.h"
#include "heddle/rt/mp/value.h"
#include "heddle/rt/process_pool_executor.h"
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <mqueue.h>
#include <numeric>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mp = heddle::rt::mp;
namespace rt = heddle::rt;

namespace {

constexpr int workers = 2;

// --- processes ---

void fork_and_join(benchmark::State &state) {
  for (auto _ : state)
    mp::process([] {}).join();
}
void posix_fork_and_wait(benchmark::State &state) {
  for (auto _ : state) {
    pid_t pid = fork();
    if (pid == 0)
      _exit(0);
    waitpid(pid, nullptr, 0);
  }
}
void spawn_and_join(benchmark::State &state) {
  for (auto _ : state)
    mp::process({.method = mp::start_method::spawn}, [] {}).join();
}
BENCHMARK(fork_and_join)->Name("process fork+join/heddle")->UseRealTime();
BENCHMARK(posix_fork_and_wait)->Name("process fork+join/fork+waitpid")->UseRealTime();
BENCHMARK(spawn_and_join)->Name("process spawn+join/heddle")->UseRealTime();

// --- pipes ---

/// Two pipes of POSIX, and messages of a fixed size.
struct posix_pipes {
  posix_pipes() {
    if (pipe(there) != 0 || pipe(back) != 0)
      std::abort();
  }
  ~posix_pipes() {
    for (int fd : {there[0], there[1], back[0], back[1]})
      close(fd);
  }
  static void read_all(int fd, char *to, std::size_t size) {
    for (ssize_t n = 1; size && n > 0; size -= static_cast<std::size_t>(n), to += n)
      n = read(fd, to, size);
  }
  static void write_all(int fd, const char *from, std::size_t size) {
    for (ssize_t n = 1; size && n > 0; size -= static_cast<std::size_t>(n), from += n)
      n = write(fd, from, size);
  }
  int there[2];
  int back[2];
};

void pipe_round_trip(benchmark::State &state) {
  auto [mine, its] = mp::pipe();
  mp::process echo(
      {.daemon = true},
      [](mp::connection c) {
        while (true)
          c.send(c.recv<long>());
      },
      std::move(its));
  for (auto _ : state) {
    mine.send(1l);
    benchmark::DoNotOptimize(mine.recv<long>());
  }
}
void posix_round_trip(benchmark::State &state) {
  posix_pipes p;
  mp::process echo({.daemon = true}, [&p] {
    for (long n = 0;;) {
      posix_pipes::read_all(p.there[0], reinterpret_cast<char *>(&n), sizeof n);
      posix_pipes::write_all(p.back[1], reinterpret_cast<char *>(&n), sizeof n);
    }
  });
  for (auto _ : state) {
    long n = 1;
    posix_pipes::write_all(p.there[1], reinterpret_cast<char *>(&n), sizeof n);
    posix_pipes::read_all(p.back[0], reinterpret_cast<char *>(&n), sizeof n);
    benchmark::DoNotOptimize(n);
  }
}
BENCHMARK(pipe_round_trip)->Name("pipe round trip/heddle")->UseRealTime();
BENCHMARK(posix_round_trip)->Name("pipe round trip/pipe(2)")->UseRealTime();

constexpr std::size_t large = 64 * 1024;

void pipe_throughput(benchmark::State &state) {
  auto [in, out] = mp::pipe(false);
  mp::process sender(
      {.daemon = true},
      [](mp::connection c) {
        rt::byte_vector message(large);
        while (true)
          c.send_bytes(message);
      },
      std::move(out));
  rt::byte_vector buffer(large);
  for (auto _ : state)
    benchmark::DoNotOptimize(in.recv_bytes_into(buffer));
}
void posix_throughput(benchmark::State &state) {
  posix_pipes p;
  mp::process sender({.daemon = true}, [&p] {
    std::vector<char> message(large);
    while (true)
      posix_pipes::write_all(p.there[1], message.data(), large);
  });
  std::vector<char> buffer(large);
  for (auto _ : state)
    posix_pipes::read_all(p.there[0], buffer.data(), large);
}
BENCHMARK(pipe_throughput)->Name("pipe, 64 KiB one way/heddle")->UseRealTime();
BENCHMARK(posix_throughput)->Name("pipe, 64 KiB one way/pipe(2)")->UseRealTime();

// --- queues ---

/// The queue of POSIX: the kernel's, for ten messages at a time.
class posix_queue {
public:
  posix_queue() {
    mq_attr limits = {};
    limits.mq_maxmsg = 10;
    limits.mq_msgsize = sizeof(long);
    queue = mq_open("/heddle-rt-bench", O_CREAT | O_EXCL | O_RDWR, 0600, &limits);
    mq_unlink("/heddle-rt-bench");
    if (queue == -1)
      std::abort();
  }
  ~posix_queue() { mq_close(queue); }
  void put(long item) { mq_send(queue, reinterpret_cast<char *>(&item), sizeof item, 0); }
  long get() {
    long item = 0;
    mq_receive(queue, reinterpret_cast<char *>(&item), sizeof item, nullptr);
    return item;
  }

private:
  mqd_t queue;
};

template <class Queue> void put_and_get(benchmark::State &state) {
  Queue q;
  for (auto _ : state) {
    q.put(1);
    benchmark::DoNotOptimize(q.get());
  }
}
template <class Queue> void queue_round_trip(benchmark::State &state) {
  Queue there;
  Queue back;
  mp::process echo({.daemon = true}, [&] {
    while (true)
      back.put(there.get());
  });
  for (auto _ : state) {
    there.put(1);
    benchmark::DoNotOptimize(back.get());
  }
}
template <class Queue> void queue_throughput(benchmark::State &state) {
  Queue q;
  mp::process putter({.daemon = true}, [&] {
    for (long n = 0;; ++n)
      q.put(n);
  });
  for (auto _ : state)
    benchmark::DoNotOptimize(q.get());
}
struct ten : mp::queue<long> {
  ten() : mp::queue<long>(10) {}
};
BENCHMARK(put_and_get<ten>)->Name("process queue put+get/heddle")->UseRealTime();
BENCHMARK(put_and_get<posix_queue>)->Name("process queue put+get/mq_send")->UseRealTime();
BENCHMARK(queue_round_trip<ten>)->Name("process queue round trip/heddle")->UseRealTime();
BENCHMARK(queue_round_trip<posix_queue>)->Name("process queue round trip/mq_send")->UseRealTime();
BENCHMARK(queue_throughput<ten>)->Name("process queue one way/heddle")->UseRealTime();
BENCHMARK(queue_throughput<posix_queue>)->Name("process queue one way/mq_send")->UseRealTime();

// --- locks ---

void lock_and_unlock(benchmark::State &state) {
  mp::mutex m;
  for (auto _ : state) {
    m.lock();
    m.unlock();
  }
}
void posix_lock_and_unlock(benchmark::State &state) {
  void *memory = mmap(nullptr, sizeof(pthread_mutex_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto *m = static_cast<pthread_mutex_t *>(memory);
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(m, &attributes);
  for (auto _ : state) {
    pthread_mutex_lock(m);
    pthread_mutex_unlock(m);
  }
  munmap(memory, sizeof(pthread_mutex_t));
}
void acquire_and_release(benchmark::State &state) {
  mp::semaphore s(1);
  for (auto _ : state) {
    s.acquire();
    s.release();
  }
}
void posix_acquire_and_release(benchmark::State &state) {
  void *memory = mmap(nullptr, sizeof(sem_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto *s = static_cast<sem_t *>(memory);
  sem_init(s, 1, 1);
  for (auto _ : state) {
    sem_wait(s);
    sem_post(s);
  }
  munmap(memory, sizeof(sem_t));
}
BENCHMARK(lock_and_unlock)->Name("process lock, free/heddle");
BENCHMARK(posix_lock_and_unlock)->Name("process lock, free/robust pthread_mutex_t");
BENCHMARK(acquire_and_release)->Name("process semaphore, free/heddle");
BENCHMARK(posix_acquire_and_release)->Name("process semaphore, free/sem_t");

// --- pools ---

long next(long n) {
  return n + 1;
}

void pool_round_trip(benchmark::State &state) {
  mp::pool pool(workers);
  for (auto _ : state)
    benchmark::DoNotOptimize(pool.apply(mp::entry<next>, 1l));
}
void executor_round_trip(benchmark::State &state) {
  rt::process_pool_executor pool(workers);
  for (auto _ : state)
    benchmark::DoNotOptimize(pool.submit(mp::entry<next>, 1l).result());
}
void pool_map(benchmark::State &state) {
  mp::pool pool(workers);
  std::vector<long> items(10000);
  std::iota(items.begin(), items.end(), 0l);
  for (auto _ : state)
    benchmark::DoNotOptimize(pool.map(mp::entry<next>, items));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items.size()));
}
void executor_submit(benchmark::State &state) {
  rt::process_pool_executor pool(workers);
  constexpr int batch = 2000;
  for (auto _ : state) {
    std::vector<rt::future<long>> futures;
    for (long i = 0; i < batch; ++i)
      futures.push_back(pool.submit(mp::entry<next>, i));
    for (auto &f : futures)
      benchmark::DoNotOptimize(f.result());
  }
  state.SetItemsProcessed(state.iterations() * batch);
}
BENCHMARK(pool_round_trip)->Name("process pool apply/heddle")->UseRealTime();
BENCHMARK(executor_round_trip)->Name("process executor round trip/heddle")->UseRealTime();
BENCHMARK(pool_map)->Name("process pool map, per item/heddle")->UseRealTime();
BENCHMARK(executor_submit)->Name("process executor submit+result/heddle")->UseRealTime();

} // namespace

int main(int count, char **arguments) {
  mp::main_guard guard;
  benchmark::Initialize(&count, arguments);
  benchmark::RunSpecifiedBenchmarks();
}
