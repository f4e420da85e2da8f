// RUN: %check_heddle %s
// Locks and lifetimes that keep accesses apart.

#include <array>
#include <atomic>
#include <future>
#include <iostream>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

static std::mutex Mutex;
static std::shared_mutex Readers;

// Every way to hold the same lock.
static int Locked;
static void lockAndUnlock() { Mutex.lock(); ++Locked; Mutex.unlock(); }
static void lockByGuard() { std::lock_guard Lock(Mutex); ++Locked; }
static void lockByUnique() {
  std::unique_lock Lock(Mutex, std::defer_lock);
  Lock.lock();
  ++Locked;
}
static void lockByScope() { std::scoped_lock Lock(Mutex); ++Locked; }
static void lockByTry() {
  if (Mutex.try_lock()) {
    ++Locked;
    Mutex.unlock();
  }
}
static std::unique_lock<std::mutex> taken() { return std::unique_lock(Mutex); }
static void lockByFunction() { auto Lock = taken(); ++Locked; }
template <typename Action> static void withLock(Action Run) { std::lock_guard Lock(Mutex); Run(); }
static void lockByCallback() { withLock([] { ++Locked; }); }
static void sameLock() {
  std::thread A(lockAndUnlock), B(lockByGuard), C(lockByUnique), D(lockByScope), E(lockByTry), F(lockByFunction),
      G(lockByCallback);
  for (std::thread *Each : {&A, &B, &C, &D, &E, &F, &G})
    Each->join();
}

// Readers read, the writer is alone.
static int Read;
static int reader() { std::shared_lock Lock(Readers); return Read; }
static void writer() { std::unique_lock Lock(Readers); ++Read; }
static void readersAndWriter() {
  std::jthread A(reader), B(reader), C(writer);
}

// Before the thread starts and after it has ended.
static int Phase;
static std::string Result;
static void phases() {
  Phase = 1;
  std::thread Worker([] { ++Phase; Result = "done"; });
  Worker.join();
  ++Phase;
  std::cout << Result << Phase << '\n';
  auto Task = std::async(std::launch::async, [] { ++Phase; });
  Task.get();
  { std::jthread Scoped([] { ++Phase; }); }
  ++Phase;
  std::vector<std::thread> Many;
  Many.emplace_back([] { ++Phase; });
  for (auto &Each : Many)
    Each.join();
  ++Phase;
}

// Nobody writes, or each thread has its own.
static const int Limit = 3;
static std::array<int, 3> Table = {1, 2, 3};
static thread_local int Own;
static std::atomic<int> Counter;
static int Slots[4];
struct Pair { int Left, Right; };
static Pair Halves;
static void own(int Slot) {
  Own += Limit + Table[1];
  ++Counter;
  Slots[Slot] = Own;
}
static void owners() {
  std::thread A(own, 0), B(own, 1);
  std::thread C([] { ++Halves.Left; });
  ++Halves.Right;
  std::cerr << Limit << Table[2] << Counter << '\n';
  A.join();
  B.join();
  C.join();
}

// Once, whoever comes first.
static std::once_flag Flag;
static int *Instance;
static int once() {
  std::call_once(Flag, [] { Instance = new int(3); });
  static int Start = *Instance;
  return *Instance + Start;
}
static void onces() { std::jthread A(once), B(once); }

int main() {
  sameLock();
  readersAndWriter();
  phases();
  owners();
  onces();
  return 0;
}
