// nanosleep in a lambda that is no coroutine and that nothing here calls.
#include "coro/coro.hpp"
#include <ctime>

int main() {
  auto pool = coro::io_scheduler::make_shared();
  auto worker = [pool]() -> coro::task<int> {
    co_await pool->schedule();
    auto later = [] {
      timespec pause{1, 0};
      nanosleep(&pause, nullptr);
    };
    (void)later;
    co_return 7;
  };
  coro::sync_wait(worker());
}
