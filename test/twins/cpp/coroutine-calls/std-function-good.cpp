// The std::function is only kept.
#include "cppcoro/task.hpp"
#include <functional>
#include <unistd.h>

struct Step {
  std::function<void()> Action;
};

static void waitForDevice() {
  sleep(3);
}

cppcoro::task<> configure(Step &Kept) {
  std::function<void()> Action = waitForDevice;
  Kept.Action = Action;
  co_return;
}
