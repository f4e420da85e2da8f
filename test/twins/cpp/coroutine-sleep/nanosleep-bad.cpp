// nanosleep for a second in a coroutine lambda.
#include "coro/coro.hpp"
#include <ctime>

int main() {
  auto pool = coro::io_scheduler::make_shared();
  auto worker = [pool]() -> coro::task<int> {
    co_await pool->schedule();
    timespec pause{1, 0};
    nanosleep(&pause, nullptr); // BUG: blocking-in-coroutine
    co_return 7;
  };
  coro::sync_wait(worker());
}
