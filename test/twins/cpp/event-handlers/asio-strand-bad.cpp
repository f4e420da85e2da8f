// The strand is one of the io_context.
#include "asio.hpp"
#include <future>
#include <thread>

int main() {
  asio::io_context io;
  asio::thread_pool pool(8);
  auto strand = asio::make_strand(io);
  std::promise<int> promise;
  std::future<int> answer = promise.get_future();
  int seen = 0;
  asio::dispatch(strand, [&] {
    seen = answer.get(); // BUG: blocking-in-coroutine
  });
  std::thread setter([&] { promise.set_value(1); });
  io.run();
  pool.join();
  setter.join();
  return seen;
}
