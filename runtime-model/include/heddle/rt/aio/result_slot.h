//===- result_slot.h - nothing yet, a value or an exception ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_RESULT_SLOT_H
#define HEDDLE_RT_AIO_RESULT_SLOT_H

#include "heddle/rt/error.h"
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace heddle::rt::aio::detail {

/// Holds what a coroutine returned or threw. `T` may be void or a reference.
/// Thread safety: none.
template <class T> class result_slot {
  static constexpr bool is_reference = std::is_reference_v<T>;

public:
  /// What a reader gets that leaves the value where it is.
  using reference = std::conditional_t<is_reference, T, std::add_lvalue_reference_t<std::add_const_t<T>>>;

  template <class U> void set_value(U &&from) {
    if constexpr (is_reference)
      value = std::addressof(from);
    else
      value.emplace(std::forward<U>(from));
  }
  void set_exception(std::exception_ptr from) noexcept { error = std::move(from); }
  const std::exception_ptr &exception() const noexcept { return error; }

  /// Takes the value over from another slot.
  void move_from(result_slot &other) {
    if constexpr (is_reference)
      value = other.value;
    else
      value.emplace(std::move(*other.value));
  }

  /// The value moved out, or the exception thrown.
  T take() {
    check();
    if constexpr (is_reference)
      return static_cast<T>(*value);
    else {
      T taken = std::move(*value);
      value.reset();
      return taken;
    }
  }

  /// The value, or the exception thrown.
  reference read() const {
    check();
    return static_cast<reference>(*value);
  }

private:
  void check() const {
    if (error)
      std::rethrow_exception(error);
    if (!value)
      throw invalid_state_error("the result was taken before");
  }

  std::conditional_t<is_reference, std::add_pointer_t<T>, std::optional<T>> value{};
  std::exception_ptr error;
};

template <> class result_slot<void> {
public:
  using reference = void;

  void set_value() noexcept {}
  void set_exception(std::exception_ptr from) noexcept { error = std::move(from); }
  const std::exception_ptr &exception() const noexcept { return error; }
  void move_from(result_slot &) noexcept {}
  void take() { read(); }
  void read() const {
    if (error)
      std::rethrow_exception(error);
  }

private:
  std::exception_ptr error;
};

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_AIO_RESULT_SLOT_H
