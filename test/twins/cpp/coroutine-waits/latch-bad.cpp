// arrive_and_wait of a barrier.
#include "coro/coro.hpp"
#include <barrier>

static std::barrier Phase(4);

coro::task<int> step(int Value) {
  Phase.arrive_and_wait(); // BUG: blocking-in-coroutine
  co_return Value + 1;
}
