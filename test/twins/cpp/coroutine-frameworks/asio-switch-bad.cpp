// The work is done before the coroutine moves to the pool.
#include "boost/asio.hpp"
#include <sys/wait.h>

namespace net = boost::asio;

net::awaitable<int> reap(net::thread_pool &pool, pid_t child) {
  int status = 0;
  waitpid(child, &status, 0); // BUG: blocking-in-coroutine
  co_await net::post(net::bind_executor(pool, net::use_awaitable));
  co_return status;
}
