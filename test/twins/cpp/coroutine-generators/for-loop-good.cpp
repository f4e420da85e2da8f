// A synchronous generator is a function that its loop calls.
#include "cppcoro/generator.hpp"
#include "cppcoro/task.hpp"
#include <chrono>
#include <cstdio>
#include <thread>

using namespace std::chrono_literals;

cppcoro::generator<int> countdown(int from) {
  while (from-- > 0) {
    std::this_thread::sleep_for(1s);
    co_yield from;
  }
}

int main() {
  for (int left : countdown(3))
    std::printf("%d\n", left);
}
