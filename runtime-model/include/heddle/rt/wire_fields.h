//===- wire_fields.h - the fields of an aggregate ------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// C++20 cannot list the fields of a struct, but it can count them: an aggregate
// of n fields can be initialised from n things that convert to anything, and
// not from n + 1. A structured binding of that many names then reaches them.
// Wrong for C arrays (brace elision counts their elements); use std::array.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_WIRE_FIELDS_H
#define HEDDLE_RT_WIRE_FIELDS_H

#include <cstddef>
#include <cstdlib>
#include <tuple>
#include <type_traits>
#include <utility>

namespace heddle::rt::detail {

/// Converts to anything; `const`, so that a type's own constructor for "anything"
/// (std::optional has one) is the better match and not an equal one.
struct any_field {
  template <class T> operator T() const { std::abort(); } // never called, only counted
};

template <class T, std::size_t... I> constexpr bool takes_fields(std::index_sequence<I...>) {
  return requires { T{(static_cast<void>(I), any_field())...}; };
}

inline constexpr std::size_t most_fields = 12;

template <class T, std::size_t N = most_fields> constexpr std::size_t field_count() {
  if constexpr (N == 0)
    return 0;
  else if constexpr (takes_fields<T>(std::make_index_sequence<N>()))
    return N;
  else
    return field_count<T, N - 1>();
}

template <class T>
concept aggregate = std::is_aggregate_v<T> && std::is_class_v<T> && !requires { std::tuple_size<T>::value; } &&
                    !takes_fields<T>(std::make_index_sequence<most_fields + 1>());

/// Calls f with a reference to each field.
template <class T, class F> decltype(auto) with_fields(T &value, F &&f) {
  constexpr std::size_t count = field_count<std::remove_const_t<T>>();
  if constexpr (count == 0) {
    return f();
  } else if constexpr (count == 1) {
    auto &[a] = value;
    return f(a);
  } else if constexpr (count == 2) {
    auto &[a, b] = value;
    return f(a, b);
  } else if constexpr (count == 3) {
    auto &[a, b, c] = value;
    return f(a, b, c);
  } else if constexpr (count == 4) {
    auto &[a, b, c, d] = value;
    return f(a, b, c, d);
  } else if constexpr (count == 5) {
    auto &[a, b, c, d, e] = value;
    return f(a, b, c, d, e);
  } else if constexpr (count == 6) {
    auto &[a, b, c, d, e, g] = value;
    return f(a, b, c, d, e, g);
  } else if constexpr (count == 7) {
    auto &[a, b, c, d, e, g, h] = value;
    return f(a, b, c, d, e, g, h);
  } else if constexpr (count == 8) {
    auto &[a, b, c, d, e, g, h, i] = value;
    return f(a, b, c, d, e, g, h, i);
  } else if constexpr (count == 9) {
    auto &[a, b, c, d, e, g, h, i, j] = value;
    return f(a, b, c, d, e, g, h, i, j);
  } else if constexpr (count == 10) {
    auto &[a, b, c, d, e, g, h, i, j, k] = value;
    return f(a, b, c, d, e, g, h, i, j, k);
  } else if constexpr (count == 11) {
    auto &[a, b, c, d, e, g, h, i, j, k, l] = value;
    return f(a, b, c, d, e, g, h, i, j, k, l);
  } else {
    auto &[a, b, c, d, e, g, h, i, j, k, l, m] = value;
    return f(a, b, c, d, e, g, h, i, j, k, l, m);
  }
}

struct tuple_of_fields {
  template <class... F> std::tuple<F...> operator()(F &...) const { std::abort(); } // never called
};

/// The types of the fields, as a tuple.
template <class T> using fields_of = decltype(with_fields(std::declval<T &>(), tuple_of_fields()));

} // namespace heddle::rt::detail

#endif // HEDDLE_RT_WIRE_FIELDS_H
