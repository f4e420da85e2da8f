// A flag at the call says that the function is to wait.
#include "cppcoro/task.hpp"
#include <semaphore>

std::counting_semaphore<4> Permits(4);

static bool take(bool Wait) {
  if (!Wait)
    return Permits.try_acquire();
  Permits.acquire(); // BUG: blocking-in-coroutine
  return true;
}

cppcoro::task<bool> enter() { co_return take(true); }
