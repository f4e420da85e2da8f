// The thread sleeps with the lock held.
#include "cppcoro/task.hpp"
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

struct Store {
  std::mutex Mutex;
  std::condition_variable Changed;
  int Pending = 0;

  void drain() {
    std::unique_lock Lock(Mutex);
    while (Pending == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    Pending = 0;
  }
  cppcoro::task<> add() {
    std::lock_guard Lock(Mutex); // BUG: blocking-in-coroutine
    ++Pending;
    Changed.notify_one();
    co_return;
  }
};
