// await_suspend waits for the future itself.
#include "cppcoro/task.hpp"
#include <future>
#include <thread>

struct FutureAwaiter {
  std::future<int> Future;
  bool await_ready() const { return Future.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }
  void await_suspend(std::coroutine_handle<> Handle) {
    Future.wait(); // BUG: blocking-in-coroutine
    Handle.resume();
  }
  int await_resume() { return Future.get(); }
};

cppcoro::task<int> twice(std::future<int> Number) { co_return 2 * co_await FutureAwaiter{std::move(Number)}; }
