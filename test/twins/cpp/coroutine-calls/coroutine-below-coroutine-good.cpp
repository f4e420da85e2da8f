// The inner coroutine moves to a thread pool before it blocks.
#include "cppcoro/static_thread_pool.hpp"
#include <cstdlib>

cppcoro::task<int> compress(cppcoro::static_thread_pool &Pool) {
  co_await Pool.schedule();
  int Status = std::system("gzip -9 log.txt");
  co_return Status;
}

cppcoro::task<int> rotate(cppcoro::static_thread_pool &Pool) {
  int Status = co_await compress(Pool);
  co_return Status == 0 ? 1 : 0;
}
