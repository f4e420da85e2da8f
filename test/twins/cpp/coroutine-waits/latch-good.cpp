// arrive of a barrier.
#include "coro/coro.hpp"
#include <barrier>

static std::barrier Phase(4);

coro::task<int> step(int Value) {
  (void)Phase.arrive();
  co_return Value + 1;
}
