//===- task.h - a call that is made later, and its result ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_TASK_H
#define HEDDLE_RT_TASK_H

#include "heddle/rt/future_state.h"
#include <functional>
#include <tuple>

namespace heddle::rt::detail {

/// Work in the queue of an executor.
class task_base {
public:
  task_base() = default;
  task_base(const task_base &) = delete;
  task_base &operator=(const task_base &) = delete;

  /// Runs the work, unless it was cancelled, and publishes its result.
  virtual void run() noexcept = 0;
  virtual future_core &core() noexcept = 0;

protected:
  ~task_base() = default;
};

/// The call with its arguments, and the state of its future: one allocation.
template <class F, class... Args>
class task final : public future_state<std::invoke_result_t<F, Args...>>, public task_base {
public:
  using result_type = std::invoke_result_t<F, Args...>;

  template <class G, class... Given>
  explicit task(G &&g, Given &&...given) : call(std::in_place, std::forward<G>(g), std::forward<Given>(given)...) {}

  future_core &core() noexcept override { return *this; }

  void run() noexcept override {
    if (!this->start()) {
      call.reset();
      return;
    }
    try {
      invoke();
    } catch (...) {
      call.reset();
      this->set_exception(std::current_exception());
    }
  }

private:
  /// What the call holds is gone before anybody sees the result.
  void invoke() {
    auto made = [this]() -> result_type { return std::apply(invoker(), std::move(*call)); };
    if constexpr (std::is_void_v<result_type>) {
      made();
      call.reset();
      this->set_value();
    } else {
      result_type value = made();
      call.reset();
      this->set_value(std::forward<result_type>(value));
    }
  }
  static auto invoker() {
    return [](auto &&...parts) -> result_type { return std::invoke(std::forward<decltype(parts)>(parts)...); };
  }

  std::optional<std::tuple<F, Args...>> call;
};

} // namespace heddle::rt::detail

#endif // HEDDLE_RT_TASK_H
