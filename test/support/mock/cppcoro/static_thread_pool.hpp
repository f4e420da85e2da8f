// The shape of cppcoro's thread pool and of what waits for a task.
#pragma once
#include "cppcoro/task.hpp"
#include <chrono>
#include <cstdint>

namespace cppcoro {

struct schedule_operation {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> awaiter) noexcept;
  void await_resume() const noexcept {}
};

class static_thread_pool {
public:
  explicit static_thread_pool(std::uint32_t threads = 4);
  ~static_thread_pool();
  schedule_operation schedule() noexcept;
};

class io_service {
public:
  io_service();
  ~io_service();
  schedule_operation schedule() noexcept;
  template <class Rep, class Period>
  schedule_operation schedule_after(const std::chrono::duration<Rep, Period> &delay) noexcept {
    (void)delay;
    return {};
  }
  std::uint64_t process_events();
  void stop() noexcept;
};

template <class Awaitable> void sync_wait(Awaitable &&awaitable) { (void)awaitable; }

} // namespace cppcoro
