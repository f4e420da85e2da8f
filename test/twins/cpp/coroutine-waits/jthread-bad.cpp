// A local std::jthread is joined at the end of the block.
#include "folly/coro/Task.h"
#include <thread>

void upload(int part);

struct Transfers {
  std::jthread Last;
};

folly::coro::Task<void> send(Transfers &Running, int Part) {
  {
    std::jthread Uploader(upload, Part);
    (void)Running;
  } // BUG: blocking-in-coroutine
  co_return;
}
