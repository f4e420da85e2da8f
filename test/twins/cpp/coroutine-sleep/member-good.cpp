// A member coroutine awaits the deadline that is a member.
#include "heddle/rt/aio/sleep.h"
#include <chrono>
#include <thread>

class Heartbeat {
public:
  explicit Heartbeat(std::chrono::milliseconds interval) : interval_(interval) {}

  heddle::rt::aio::task<void> run() {
    while (!stopped_) {
      beat();
      co_await heddle::rt::aio::sleep(interval_);
    }
    co_return;
  }
  void stop() { stopped_ = true; }

private:
  void beat() { ++beats_; }

  std::chrono::milliseconds interval_;
  bool stopped_ = false;
  long beats_ = 0;
};
