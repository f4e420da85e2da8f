// The strand is one of a thread pool.
#include "asio.hpp"
#include <future>
#include <thread>

int main() {
  asio::io_context io;
  asio::thread_pool pool(8);
  auto strand = asio::make_strand(pool);
  std::promise<int> promise;
  std::future<int> answer = promise.get_future();
  int seen = 0;
  asio::dispatch(strand, [&] {
    seen = answer.get();
  });
  std::thread setter([&] { promise.set_value(1); });
  io.run();
  pool.join();
  setter.join();
  return seen;
}
