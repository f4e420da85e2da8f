// The coroutine waits for a lock that a thread holds while it sleeps.
#include "cppcoro/task.hpp"
#include <chrono>
#include <mutex>
#include <thread>

std::mutex StateMutex;
int State = 0;

void refresh() {
  for (;;) {
    std::lock_guard Lock(StateMutex);
    std::this_thread::sleep_for(std::chrono::seconds(1));
    ++State;
  }
}

cppcoro::task<int> current() {
  std::lock_guard Lock(StateMutex); // BUG: blocking-in-coroutine
  co_return State;
}

int main() {
  std::thread(refresh).detach();
  (void)current();
}
