//===- unique_function.h - a callable that can only be moved -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_UNIQUE_FUNCTION_H
#define HEDDLE_RT_UNIQUE_FUNCTION_H

#include <concepts>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace heddle::rt {

template <class Signature> class unique_function;

/// Owns any callable of the signature, also one that cannot be copied (a lambda
/// that holds a promise). Standard: std::move_only_function of C++23.
/// Thread safety: none; one thread at a time. Invariant: empty only after the
/// default constructor or a move from it; calling an empty one throws
/// std::bad_function_call.
template <class Result, class... Args> class unique_function<Result(Args...)> {
public:
  unique_function() = default;
  template <class F>
    requires(!std::same_as<std::remove_cvref_t<F>, unique_function> && std::is_invocable_r_v<Result, F &, Args...>)
  unique_function(F &&f) : body(std::make_unique<holder<std::decay_t<F>>>(std::forward<F>(f))) {}

  explicit operator bool() const { return body != nullptr; }
  Result operator()(Args... args) {
    if (!body)
      throw std::bad_function_call();
    return body->call(std::forward<Args>(args)...);
  }

private:
  struct callable {
    virtual ~callable() = default;
    virtual Result call(Args... args) = 0;
  };
  template <class F> struct holder final : callable {
    template <class G> explicit holder(G &&g) : f(std::forward<G>(g)) {}
    Result call(Args... args) override {
      if constexpr (std::is_void_v<Result>)
        std::invoke(f, std::forward<Args>(args)...);
      else
        return std::invoke(f, std::forward<Args>(args)...);
    }
    F f;
  };

  std::unique_ptr<callable> body;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_UNIQUE_FUNCTION_H
