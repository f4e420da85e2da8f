// The inner coroutine blocks; the outer one only awaits it.
#include "cppcoro/static_thread_pool.hpp"
#include <cstdlib>

cppcoro::task<int> compress(cppcoro::static_thread_pool &Pool) {
  int Status = std::system("gzip -9 log.txt"); // BUG: blocking-in-coroutine
  co_return Status;
}

cppcoro::task<int> rotate(cppcoro::static_thread_pool &Pool) {
  int Status = co_await compress(Pool);
  co_return Status == 0 ? 1 : 0;
}
