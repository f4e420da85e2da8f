// The function that looks like a hand-over calls its argument at once.
#include "cppcoro/task.hpp"
#include <chrono>
#include <thread>

template <class Function> struct ToThread {
  Function Call;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> Handle) {
    Call();
    Handle.resume();
  }
  void await_resume() {}
};
template <class Function> ToThread<Function> toThread(Function Call) { return {Call}; }

cppcoro::task<int> slow() {
  int Result = 0;
  co_await toThread([&Result] {
    std::this_thread::sleep_for(std::chrono::seconds(2)); // BUG: blocking-in-coroutine
    Result = 1;
  });
  co_return Result;
}
