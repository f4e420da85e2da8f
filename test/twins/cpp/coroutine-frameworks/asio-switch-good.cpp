// The work is done after the coroutine has moved to the pool.
#include "boost/asio.hpp"
#include <sys/wait.h>

namespace net = boost::asio;

net::awaitable<int> reap(net::thread_pool &pool, pid_t child) {
  int status = 0;
  co_await net::post(net::bind_executor(pool, net::use_awaitable));
  waitpid(child, &status, 0);
  co_return status;
}
