// The std::jthread is a member of somebody else.
#include "folly/coro/Task.h"
#include <thread>

void upload(int part);

struct Transfers {
  std::jthread Last;
};

folly::coro::Task<void> send(Transfers &Running, int Part) {
  Running.Last = std::jthread(upload, Part);
  co_return;
}
