// Everybody holds the lock for an instant.
#include "cppcoro/task.hpp"
#include <chrono>
#include <mutex>
#include <thread>

std::mutex StateMutex;
int State = 0;

void refresh() {
  for (;;) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::lock_guard Lock(StateMutex);
    ++State;
  }
}

cppcoro::task<int> current() {
  std::lock_guard Lock(StateMutex);
  co_return State;
}

int main() {
  std::thread(refresh).detach();
  (void)current();
}
