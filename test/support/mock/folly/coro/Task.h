// The shape of Folly's coroutines.
#pragma once
#include <coroutine>
#include <type_traits>
#include <utility>

namespace folly {

class Executor {
public:
  virtual ~Executor() = default;
};
class CPUThreadPoolExecutor : public Executor {
public:
  explicit CPUThreadPoolExecutor(unsigned threads);
};

namespace coro {

template <class T> class Task;

namespace detail {
template <class T> struct TaskPromise {
  Task<T> get_return_object() noexcept { return {}; }
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {}
  void return_value(T) noexcept {}
};
template <> struct TaskPromise<void> {
  Task<void> get_return_object() noexcept;
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() noexcept {}
  void return_void() noexcept {}
};
} // namespace detail

template <class T> class [[nodiscard]] Task {
public:
  using promise_type = detail::TaskPromise<T>;
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) noexcept {}
  T await_resume() {
    if constexpr (!std::is_void_v<T>)
      return T{};
  }
};
inline Task<void> detail::TaskPromise<void>::get_return_object() noexcept { return {}; }

template <class T> Task<T> co_withExecutor(Executor *, Task<T> task) { return task; }
template <class T> T blockingWait(Task<T> task);

} // namespace coro
} // namespace folly
