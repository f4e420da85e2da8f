// The call operator counts.
#include "asio.hpp"
#include <unistd.h>

struct Countdown {
  asio::steady_timer *timer;
  int *left;
  void operator()(const asio::error_code &error) const {
    if (error || --*left == 0)
      return;
    timer->expires_after(std::chrono::milliseconds(1));
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
