// The same function object goes to another thread, through std::async whose result is kept elsewhere.
#include "cppcoro/task.hpp"
#include <algorithm>
#include <chrono>
#include <future>
#include <thread>
#include <vector>

std::vector<std::future<void>> Running;

cppcoro::task<> warmUp(std::vector<int> Delays) {
  auto Warm = [](int Delay) {
    std::this_thread::sleep_for(std::chrono::milliseconds(Delay));
  };
  for (int Delay : Delays)
    Running.push_back(std::async(std::launch::async, Warm, Delay));
  co_return;
}
