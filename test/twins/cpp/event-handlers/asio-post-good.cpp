// Work is posted to a thread pool.
#include "asio.hpp"
#include <cstdlib>

int main() {
  asio::io_context Loop;
  asio::thread_pool Pool(2);
  asio::post(Pool, [] {
    std::system("backup /var");
  });
  Loop.run();
  Pool.join();
}
