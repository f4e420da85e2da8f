// The handler is a std::function that a member keeps.
#include "asio.hpp"
#include <functional>
#include <unistd.h>

class Poller {
public:
  explicit Poller(asio::io_context &io) : timer_(io) {
    step_ = [this](asio::error_code) {
      sleep(1); // BUG: blocking-in-coroutine
      timer_.async_wait(step_);
    };
  }
  void start() { timer_.async_wait(step_); }

private:
  asio::steady_timer timer_;
  std::function<void(asio::error_code)> step_;
};

int main() {
  asio::io_context io;
  Poller poller(io);
  poller.start();
  io.run();
}
