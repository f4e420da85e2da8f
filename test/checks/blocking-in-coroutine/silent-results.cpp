// A coroutine that only spells the way of errors suspends nothing.
// RUN: %check_heddle %s

#include <coroutine>
#include <optional>
#include <unistd.h>

template <class T> struct Expected {
  std::optional<T> Value;
  struct promise_type {
    Expected *Result = nullptr;
    Expected get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_value(T) {}
    void unhandled_exception() {}
  };
  bool await_ready() { return Value.has_value(); }
  void await_suspend(std::coroutine_handle<> Handle) { Handle.destroy(); }
  T await_resume() { return *Value; }
};

Expected<int> part();

Expected<int> whole() {
  int First = co_await part();
  sleep(1);
  co_return First;
}
