// RUN: %check_heddle %s
// Today's wrong answers: warnings about what is sound. Whoever repairs one moves the case to silent.cpp.

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

static std::mutex Mutex;

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

// A guard behind a unique_ptr is not followed.
static int ByPointer;
// CHECK-FIXES: static std::atomic<int> ByPointer;
static void pointer() {
  auto Guard = std::make_unique<std::lock_guard<std::mutex>>(Mutex);
  ++ByPointer;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'ByPointer' is written here without a lock while another thread can write it
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

template <typename Entry> static void twice(Entry Run) {
  std::thread A(Run), B(Run);
  A.join();
  B.join();
}

int main() {
  std::thread Producer(produce), Consumer(consume);
  Producer.join();
  Consumer.join();
  twice(pointer);
  twice(release);
  return 0;
}
