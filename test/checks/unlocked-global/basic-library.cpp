// RUN: %check_heddle %s
// What the library does with what it is given: algorithms, and functions that are called later.

#include <algorithm>
// CHECK-FIXES: #include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

static std::vector<int> Sorted;
static void sort() {
  std::sort(Sorted.begin(), Sorted.end());
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Sorted[]' is written here without a lock while another thread can write it
}

// A task does what it does in the thread that takes it out of the queue.
static std::mutex Mutex;
static std::condition_variable Changed;
static std::queue<std::function<void()>> Tasks;
static int Done;
// CHECK-FIXES: static std::atomic<int> Done;
static void pool() {
  for (;;) {
    std::function<void()> Task;
    {
      std::unique_lock Lock(Mutex);
      Changed.wait(Lock, [] { return !Tasks.empty(); });
      Task = std::move(Tasks.front());
      Tasks.pop();
    }
    Task();
  }
}
static void submit() {
  std::lock_guard Lock(Mutex);
  Tasks.push([] { ++Done; });
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'Done' is written here without a lock while another thread can write it
}

int main() {
  std::thread A(sort), B(sort), C(pool), D(pool);
  submit();
  submit();
  for (std::thread *Each : {&A, &B, &C, &D})
    Each->join();
  return 0;
}
