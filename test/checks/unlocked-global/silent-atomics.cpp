// RUN: %check_heddle %s
// Fences, the last one to let go of an object, and a guard behind a pointer.

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

static std::mutex Mutex;

// Fences order relaxed operations; what is before the one comes before what is after the other.
static std::atomic<bool> Fenced;
static int ByFence;
static void produce() {
  ByFence = 1;
  std::atomic_thread_fence(std::memory_order_release);
  Fenced.store(true, std::memory_order_relaxed);
}
static void consume() {
  while (!Fenced.load(std::memory_order_relaxed))
    ;
  std::atomic_thread_fence(std::memory_order_acquire);
  ByFence += 2;
}

// A guard behind a unique_ptr is held as long as its owner lives.
static int ByPointer;
static void pointer() {
  auto Guard = std::make_unique<std::lock_guard<std::mutex>>(Mutex);
  ++ByPointer;
}

// The last one to let go is known by the old value, one, not by zero.
static std::atomic<int> References{2};
static int LastOne;
static void release() {
  if (References.fetch_sub(1) == 1)
    ++LastOne;
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
