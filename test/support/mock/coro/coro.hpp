// The shape of libcoro.
#pragma once
#include <chrono>
#include <coroutine>
#include <memory>
#include <type_traits>

namespace coro {

template <class T = void> class task;

namespace detail {
template <class T> struct promise_base {
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {}
  task<T> get_return_object() noexcept { return {}; }
};
template <class T> struct promise : promise_base<T> {
  void return_value(T) noexcept {}
};
template <> struct promise<void> : promise_base<void> {
  void return_void() noexcept {}
};
} // namespace detail

template <class T> class [[nodiscard]] task {
public:
  using promise_type = detail::promise<T>;
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  T await_resume() {
    if constexpr (!std::is_void_v<T>)
      return T{};
  }
};

struct operation {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  void await_resume() const noexcept {}
};

class thread_pool {
public:
  static std::shared_ptr<thread_pool> make_shared();
  operation schedule();
};

class io_scheduler {
public:
  static std::shared_ptr<io_scheduler> make_shared();
  operation schedule();
  operation yield_for(std::chrono::milliseconds amount);
  operation schedule_after(std::chrono::milliseconds amount);
};

template <class T> void sync_wait(T &&) {}

} // namespace coro
