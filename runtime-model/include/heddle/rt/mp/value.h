//===- value.h - numbers and arrays in shared memory ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_VALUE_H
#define HEDDLE_RT_MP_VALUE_H

#include "heddle/rt/mp/lock.h"
#include <mutex>
#include <span>
#include <stdexcept>

namespace heddle::rt::mp {

namespace detail {

template <class T> inline constexpr bool shareable_fields = false;
template <class T> constexpr bool is_shareable();
template <class... F> inline constexpr bool shareable_fields<std::tuple<F...>> = (is_shareable<F>() && ...);

template <class T> constexpr bool is_shareable() {
  if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
    return true;
  else if constexpr (rt::detail::aggregate<T> && std::is_trivially_copyable_v<T>)
    return shareable_fields<rt::detail::fields_of<T>>;
  else
    return false;
}

} // namespace detail

/// What can lie in shared memory and be copied by bytes: numbers, enumerations
/// and aggregates of such. No pointers: their target is in one process only.
template <class T>
concept shareable = detail::is_shareable<T>();

/// A T in shared memory, with a lock; a handle, whose copies are the same value.
///
///   value<int> counter(0);
///   counter.update([](int &n) { ++n; });
///
/// Python: multiprocessing.Value.
/// Thread safety: from all threads of all processes that have a handle. get() and
/// set() are each one step; `v.set(v.get() + 1)` is two, and loses updates unless
/// get_lock() is held around it (it is recursive).
/// Errors: owner_died if a process died while it held the lock; after
/// get_lock().recover() the value may be half written.
template <shareable T> class value {
public:
  explicit value(const T &initial = T(), recursive_lock guard = recursive_lock())
      : guard(std::move(guard)), shared(handle::make(0, initial)) {}

  T get() const {
    std::scoped_lock held(guard);
    return *shared;
  }
  void set(const T &next) {
    std::scoped_lock held(guard);
    *shared = next;
  }
  /// Calls f(T &) under the lock, and returns what f returned.
  template <class F> decltype(auto) update(F &&f) {
    std::scoped_lock held(guard);
    return f(*shared);
  }
  recursive_lock &get_lock() const { return guard; }

  /// For the arguments of a process.
  void to_wire(wire_writer &out) const {
    guard.to_wire(out);
    shared.to_wire(out);
  }
  static value from_wire(wire_reader &in) {
    auto inherited = recursive_lock::from_wire(in);
    return value(handle::from_wire(in), std::move(inherited));
  }

private:
  using handle = detail::shared_object<T>;
  value(handle inherited, recursive_lock guard) : guard(std::move(guard)), shared(std::move(inherited)) {}

  mutable recursive_lock guard;
  handle shared;
};

/// A fixed number of T in shared memory, with a lock; a handle, whose copies are
/// the same array. Elements begin as T().
///
/// Python: multiprocessing.Array. Thread safety and errors: as value, and
/// std::out_of_range for an index.
template <shareable T> class array {
public:
  explicit array(std::size_t size, recursive_lock guard = recursive_lock())
      : guard(std::move(guard)), shared(handle::make(size * sizeof(T), size)) {
    for (T &each : elements())
      each = T();
  }

  std::size_t size() const { return *shared; }
  T get(std::size_t index) const {
    std::scoped_lock held(guard);
    return at(index);
  }
  void set(std::size_t index, const T &next) {
    std::scoped_lock held(guard);
    at(index) = next;
  }
  /// Calls f(std::span<T>) under the lock, and returns what f returned. The span
  /// must not be used after it.
  template <class F> decltype(auto) update(F &&f) {
    std::scoped_lock held(guard);
    return f(elements());
  }
  recursive_lock &get_lock() const { return guard; }

  /// For the arguments of a process.
  void to_wire(wire_writer &out) const {
    guard.to_wire(out);
    shared.to_wire(out);
  }
  static array from_wire(wire_reader &in) {
    auto inherited = recursive_lock::from_wire(in);
    return array(handle::from_wire(in), std::move(inherited));
  }

private:
  /// The size, with the elements behind it.
  struct alignas(std::max_align_t) header {
    explicit header(std::size_t size) : size(size) {}
    operator std::size_t() const { return size; }
    std::size_t size;
  };
  using handle = detail::shared_object<header>;
  array(handle inherited, recursive_lock guard) : guard(std::move(guard)), shared(std::move(inherited)) {}

  std::span<T> elements() const { return {reinterpret_cast<T *>(shared.extra()), size()}; }
  T &at(std::size_t index) const {
    if (index >= size())
      throw std::out_of_range("index " + std::to_string(index) + " of a shared array of " + std::to_string(size()));
    return elements()[index];
  }

  mutable recursive_lock guard;
  handle shared;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_VALUE_H
