// The handler is bound to a strand of the io_context.
#include "asio.hpp"
#include <chrono>
#include <thread>

int main() {
  asio::io_context io;
  asio::thread_pool pool(2);
  asio::steady_timer timer(io, std::chrono::seconds(1));
  auto strand = asio::make_strand(io);
  timer.async_wait(asio::bind_executor(strand, [](asio::error_code) {
    std::this_thread::sleep_for(std::chrono::seconds(1)); // BUG: blocking-in-coroutine
  }));
  io.run();
  pool.join();
}
