// The future of std::async waits in its destructor.
// RUN: %overlap %s --checks=bugprone-unused-return-value,clang-diagnostic-unused-result

#include <future>

static void work() {}

void start() {
  std::async(std::launch::async, work); // REPORTS: bugprone-unused-return-value, clang-diagnostic-unused-result
  auto Future = std::async(std::launch::async, work);
}
