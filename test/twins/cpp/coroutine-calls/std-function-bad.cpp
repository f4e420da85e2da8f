// A std::function with a blocking target is called in the coroutine.
#include "cppcoro/task.hpp"
#include <functional>
#include <unistd.h>

struct Step {
  std::function<void()> Action;
};

static void waitForDevice() {
  sleep(3); // BUG: blocking-in-coroutine
}

cppcoro::task<> configure(Step &Kept) {
  std::function<void()> Action = waitForDevice;
  Action();
  co_return;
}
