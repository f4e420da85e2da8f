//===- result_slot.h - nothing yet, a value or an exception ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_RESULT_SLOT_H
#define HEDDLE_RT_RESULT_SLOT_H

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace heddle::rt::detail {

/// Holds what a coroutine returned or threw. `T` may be void or a reference.
///
/// Thread safety: none.
template <class T> class result_slot {
public:
  template <class U> void set_value(U &&from) {
    if constexpr (std::is_reference_v<T>)
      value = std::addressof(from);
    else
      value.emplace(std::forward<U>(from));
  }
  void set_exception(std::exception_ptr from) noexcept { error = std::move(from); }
  const std::exception_ptr &exception() const noexcept { return error; }

  /// The value moved out, or the exception thrown.
  T take() {
    if (error)
      std::rethrow_exception(error);
    if constexpr (std::is_reference_v<T>)
      return static_cast<T>(*value);
    else
      return std::move(*value);
  }

  /// A copy of the value, or the exception thrown; what cannot be copied is
  /// moved out.
  T copy() {
    if constexpr (std::is_copy_constructible_v<T> && !std::is_reference_v<T>) {
      if (!error)
        return *value;
    }
    return take();
  }

private:
  using stored = std::conditional_t<std::is_reference_v<T>, std::add_pointer_t<T>, std::optional<T>>;
  stored value{};
  std::exception_ptr error;
};

template <> class result_slot<void> {
public:
  void set_value() noexcept {}
  void set_exception(std::exception_ptr from) noexcept { error = std::move(from); }
  const std::exception_ptr &exception() const noexcept { return error; }
  void take() {
    if (error)
      std::rethrow_exception(error);
  }
  void copy() { take(); }

private:
  std::exception_ptr error;
};

} // namespace heddle::rt::detail

#endif // HEDDLE_RT_RESULT_SLOT_H
