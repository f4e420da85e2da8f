// The thread waits on a condition, which gives the lock back.
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
      Changed.wait(Lock);
    Pending = 0;
  }
  cppcoro::task<> add() {
    std::lock_guard Lock(Mutex);
    ++Pending;
    Changed.notify_one();
    co_return;
  }
};
