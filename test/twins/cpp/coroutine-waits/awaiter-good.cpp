// await_suspend lets a thread wait for the future.
#include "cppcoro/task.hpp"
#include <future>
#include <thread>

struct FutureAwaiter {
  std::future<int> Future;
  bool await_ready() const { return Future.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }
  void await_suspend(std::coroutine_handle<> Handle) {
    std::thread([this, Handle] {
      Future.wait();
      Handle.resume();
    }).detach();
  }
  int await_resume() { return Future.get(); }
};

cppcoro::task<int> twice(std::future<int> Number) { co_return 2 * co_await FutureAwaiter{std::move(Number)}; }
