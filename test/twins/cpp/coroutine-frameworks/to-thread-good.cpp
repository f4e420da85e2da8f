// The function hands its argument to a thread.
#include "cppcoro/task.hpp"
#include <chrono>
#include <thread>

template <class Function> struct ToThread {
  Function Call;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> Handle) {
    std::thread([this, Handle] {
      Call();
      Handle.resume();
    }).detach();
  }
  void await_resume() {}
};
template <class Function> ToThread<Function> toThread(Function Call) { return {Call}; }

cppcoro::task<int> slow() {
  int Result = 0;
  co_await toThread([&Result] {
    std::this_thread::sleep_for(std::chrono::seconds(2));
    Result = 1;
  });
  co_return Result;
}
