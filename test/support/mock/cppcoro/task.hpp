// The shape of cppcoro's task: lazy, started by its awaiter, which it resumes.
#pragma once
#include <coroutine>
#include <exception>
#include <utility>

namespace cppcoro {

template <class T = void> class task;

namespace detail {

struct task_promise_base {
  struct final_awaitable {
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> coroutine) noexcept {
      return coroutine.promise().continuation;
    }
    void await_resume() noexcept {}
  };
  std::suspend_always initial_suspend() noexcept { return {}; }
  final_awaitable final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept { failure = std::current_exception(); }
  std::coroutine_handle<> continuation = std::noop_coroutine();
  std::exception_ptr failure;
};

template <class T> struct task_promise : task_promise_base {
  task<T> get_return_object() noexcept;
  void return_value(T given) { value = std::move(given); }
  T result() { return std::move(value); }
  T value{};
};

template <> struct task_promise<void> : task_promise_base {
  task<void> get_return_object() noexcept;
  void return_void() noexcept {}
  void result() {}
};

} // namespace detail

template <class T> class [[nodiscard]] task {
public:
  using promise_type = detail::task_promise<T>;
  using handle = std::coroutine_handle<promise_type>;
  explicit task(handle coroutine) : coroutine(coroutine) {}
  task(task &&other) noexcept : coroutine(std::exchange(other.coroutine, {})) {}
  ~task() {
    if (coroutine)
      coroutine.destroy();
  }

  auto operator co_await() const & noexcept {
    struct awaitable {
      bool await_ready() const noexcept { return !coroutine || coroutine.done(); }
      std::coroutine_handle<> await_suspend(std::coroutine_handle<> awaiter) noexcept {
        coroutine.promise().continuation = awaiter;
        return coroutine;
      }
      decltype(auto) await_resume() { return coroutine.promise().result(); }
      handle coroutine;
    };
    return awaitable{coroutine};
  }

private:
  handle coroutine;
};

template <class T> task<T> detail::task_promise<T>::get_return_object() noexcept {
  return task<T>(std::coroutine_handle<task_promise>::from_promise(*this));
}
inline task<void> detail::task_promise<void>::get_return_object() noexcept {
  return task<void>(std::coroutine_handle<task_promise>::from_promise(*this));
}

} // namespace cppcoro
