// The shape of Seastar's futures as coroutines.
#pragma once
#include <coroutine>
#include <type_traits>

namespace seastar {

template <class T = void> class future;

namespace internal {
template <class T> struct promise_base {
  std::suspend_never initial_suspend() noexcept { return {}; }
  std::suspend_never final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {}
  future<T> get_return_object() noexcept { return {}; }
};
template <class T> struct coroutine_promise : promise_base<T> {
  void return_value(T) noexcept {}
};
template <> struct coroutine_promise<void> : promise_base<void> {
  void return_void() noexcept {}
};
} // namespace internal

template <class T> class [[nodiscard]] future {
public:
  using promise_type = internal::coroutine_promise<T>;
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  T await_resume() {
    if constexpr (!std::is_void_v<T>)
      return T{};
  }
};

} // namespace seastar
