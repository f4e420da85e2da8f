// Work is posted to the io_context.
#include "asio.hpp"
#include <cstdlib>

int main() {
  asio::io_context Loop;
  asio::thread_pool Pool(2);
  asio::post(Loop, [] {
    std::system("backup /var"); // BUG: blocking-in-coroutine
  });
  Loop.run();
  Pool.join();
}
