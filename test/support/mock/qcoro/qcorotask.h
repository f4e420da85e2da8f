// The shape of QCoro.
#pragma once
#include <chrono>
#include <coroutine>
#include <type_traits>

namespace QCoro {

template <class T = void> class Task;

namespace detail {
template <class T> struct TaskPromiseBase {
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {}
  Task<T> get_return_object() noexcept { return {}; }
};
template <class T> struct TaskPromise : TaskPromiseBase<T> {
  void return_value(T) noexcept {}
};
template <> struct TaskPromise<void> : TaskPromiseBase<void> {
  void return_void() noexcept {}
};
} // namespace detail

template <class T> class Task {
public:
  using promise_type = detail::TaskPromise<T>;
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  T await_resume() {
    if constexpr (!std::is_void_v<T>)
      return T{};
  }
};

} // namespace QCoro
