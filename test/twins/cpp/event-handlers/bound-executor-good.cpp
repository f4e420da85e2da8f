// The handler is bound to a pool of threads.
#include "asio.hpp"
#include <chrono>
#include <thread>

int main() {
  asio::io_context io;
  asio::thread_pool pool(2);
  asio::steady_timer timer(io, std::chrono::seconds(1));
  timer.async_wait(asio::bind_executor(pool, [](asio::error_code) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
  }));
  io.run();
  pool.join();
}
