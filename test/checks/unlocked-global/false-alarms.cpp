// RUN: %check_heddle %s
// Today's wrong answers: warnings about what is sound. Whoever repairs one moves the case to silent.cpp.

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

static std::mutex Mutex;

// A future's wait is not seen to wait for the promise that it came from.
static std::promise<void> Promise;
static int ByPromise;
// CHECK-FIXES: static std::atomic<int> ByPromise;
static void promised() {
  auto Answer = Promise.get_future();
  std::thread Producer([] {
    ByPromise = 1;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'ByPromise' is written here without a lock while another thread can write it
    Promise.set_value();
  });
  Answer.wait();
  ByPromise += 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ByPromise' is written here without a lock while another thread can write it
  Producer.join();
}

// Fences order relaxed operations; they are not modelled.
static std::atomic<bool> Fenced;
static int ByFence;
// CHECK-FIXES: static std::atomic<int> ByFence;
static void produce() {
  ByFence = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ByFence' is written here without a lock while another thread can write it
  std::atomic_thread_fence(std::memory_order_release);
  Fenced.store(true, std::memory_order_relaxed);
}
static void consume() {
  while (!Fenced.load(std::memory_order_relaxed))
    ;
  std::atomic_thread_fence(std::memory_order_acquire);
  ByFence += 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ByFence' is written here without a lock while another thread can write it
}

// Guards inside of optional, unique_ptr and vector are not followed.
static int ByOptional;
// CHECK-FIXES: static std::atomic<int> ByOptional;
static void optional() {
  std::optional<std::lock_guard<std::mutex>> Guard;
  Guard.emplace(Mutex);
  ++ByOptional;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'ByOptional' is written here without a lock while another thread can write it
}
static int ByPointer;
// CHECK-FIXES: static std::atomic<int> ByPointer;
static void pointer() {
  auto Guard = std::make_unique<std::lock_guard<std::mutex>>(Mutex);
  ++ByPointer;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'ByPointer' is written here without a lock while another thread can write it
}
static int ByVector;
// CHECK-FIXES: static std::atomic<int> ByVector;
static void vector() {
  std::vector<std::unique_lock<std::mutex>> Guards;
  Guards.emplace_back(Mutex);
  ++ByVector;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'ByVector' is written here without a lock while another thread can write it
}

// The last one to let go is known by the old value, one, not by zero.
static std::atomic<int> References{2};
static int LastOne;
// CHECK-FIXES: static std::atomic<int> LastOne;
static void release() {
  if (References.fetch_sub(1) == 1)
    ++LastOne;
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'LastOne' is written here without a lock while another thread can write it
}

// That a thread is joinable is not known, so the join counts as skipped.
static int IfJoinable;
// CHECK-FIXES: static std::atomic<int> IfJoinable;
static void joinable() {
  std::thread Worker([] { ++IfJoinable; });
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: 'IfJoinable' is written here without a lock while another thread can write it
  if (Worker.joinable())
    Worker.join();
  ++IfJoinable;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'IfJoinable' is written here without a lock while another thread can write it
}

// An aggregate's member that braces move a thread into.
struct Joining {
  std::thread Member;
  ~Joining() { Member.join(); }
};
static int InAggregate;
// CHECK-FIXES: static std::atomic<int> InAggregate;
static void aggregate() {
  { Joining Worker{std::thread([] { ++InAggregate; })}; }
  // CHECK-MESSAGES: :[[@LINE-1]]:39: warning: 'InAggregate' is written here without a lock while another thread can write it
  ++InAggregate;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'InAggregate' is written here without a lock while another thread can write it
}

template <typename Entry> static void twice(Entry Run) {
  std::thread A(Run), B(Run);
  A.join();
  B.join();
}

int main() {
  promised();
  std::thread Producer(produce), Consumer(consume);
  Producer.join();
  Consumer.join();
  twice(optional);
  twice(pointer);
  twice(vector);
  twice(release);
  joinable();
  aggregate();
  return 0;
}
