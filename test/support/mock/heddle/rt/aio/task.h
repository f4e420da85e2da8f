// The shape of heddle::rt's tasks.
#pragma once
#include <coroutine>
#include <type_traits>

namespace heddle::rt::aio {

template <class T> class task;

namespace detail {
template <class T> struct task_promise_base {
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {}
  task<T> get_return_object() noexcept { return {}; }
};
template <class T> struct task_promise : task_promise_base<T> {
  void return_value(T) noexcept {}
};
template <> struct task_promise<void> : task_promise_base<void> {
  void return_void() noexcept {}
};
} // namespace detail

template <class T> class [[nodiscard]] task {
public:
  using promise_type = detail::task_promise<T>;
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  T await_resume() {
    if constexpr (!std::is_void_v<T>)
      return T{};
  }
};

} // namespace heddle::rt::aio
