// A task that computes with pauses.
#include "cppcoro/generator.hpp"
#include "cppcoro/task.hpp"
#include <chrono>
#include <cstdio>
#include <thread>

using namespace std::chrono_literals;

cppcoro::task<int> countdown(int from) {
  int ticks = 0;
  while (from-- > 0) {
    std::this_thread::sleep_for(1s); // BUG: blocking-in-coroutine
    ++ticks;
  }
  co_return ticks;
}

int main() {
  (void)countdown(3);
}
