// A class with a call operator is the handler, and sleeps.
#include "asio.hpp"
#include <unistd.h>

struct Countdown {
  asio::steady_timer *timer;
  int *left;
  void operator()(const asio::error_code &error) const {
    if (error || --*left == 0)
      return;
    usleep(1000); // BUG: blocking-in-coroutine
    timer->async_wait(*this);
  }
};

int main() {
  asio::io_context io;
  int left = 3;
  asio::steady_timer timer(io, std::chrono::seconds(1));
  timer.async_wait(Countdown{&timer, &left});
  io.run();
}
