// The destructor tells the thread to end, and leaves it.
#include "cppcoro/task.hpp"
#include <atomic>
#include <memory>
#include <thread>

class Watcher {
public:
  Watcher() : done_(std::make_shared<std::atomic<bool>>(false)), thread_([done = done_] {
    while (!*done) {
    }
  }) {}
  ~Watcher() {
    *done_ = true;
    thread_.detach();
  }

private:
  std::shared_ptr<std::atomic<bool>> done_;
  std::thread thread_;
};

cppcoro::task<int> watched() {
  Watcher watcher;
  co_return 1;
}
