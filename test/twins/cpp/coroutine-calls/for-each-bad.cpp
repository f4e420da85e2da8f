// std::for_each calls its function at once.
#include "cppcoro/task.hpp"
#include <algorithm>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

std::vector<std::future<void>> Running;

cppcoro::task<> warmUp(std::vector<int> Delays) {
  auto Warm = [](int Delay) {
    std::this_thread::sleep_for(std::chrono::milliseconds(Delay)); // BUG: blocking-in-coroutine
  };
  std::for_each(Delays.begin(), Delays.end(), Warm);
  co_return;
}
