//===- local.h - a value for each thread ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   local<int> depth([] { return 0; });
//   ++*depth;                              this thread's own
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_LOCAL_H
#define HEDDLE_RT_LOCAL_H

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace heddle::rt {

namespace detail {

/// The values of one local object, of whatever type, by thread.
class local_values {
public:
  using value = std::shared_ptr<void>;

  local_values();
  ~local_values();
  local_values(const local_values &) = delete;
  local_values &operator=(const local_values &) = delete;

  /// The calling thread's value, or null.
  void *find() const noexcept;
  /// Keeps the calling thread's value until the thread ends, or this object does.
  void *put(value made);
  std::size_t size() const;

  /// Shared with the threads, which erase their value when they end.
  struct table {
    std::mutex m;
    std::unordered_map<const void *, value> of_thread;
  };

private:
  std::shared_ptr<table> all;
  const std::uint64_t id; // never used again, so a thread cannot take an old value for ours
};

} // namespace detail

/// A value for each thread, made when the thread first asks. Other than
/// thread_local it belongs to an object: each local has values of its own.
///
/// Thread safety: all functions from all threads; each gets its own value.
/// Destroy it when no thread uses it any more.
/// Invariant: a value dies when its thread ends or the local is destroyed,
/// whichever comes first. A pointer to one must not be given to other threads.
/// Errors: what the maker throws; then there is no value, and the next use tries again.
/// Python: threading.local.
template <class T> class local {
public:
  /// Values are T().
  local()
    requires std::default_initializable<T>
      : make([] { return std::make_shared<T>(); }) {}
  /// Values are what `maker()` returns; it may run in several threads at once.
  template <std::invocable Maker>
    requires std::constructible_from<T, std::invoke_result_t<Maker &>>
  explicit local(Maker maker) : make([maker = std::move(maker)]() mutable { return std::make_shared<T>(maker()); }) {}

  T &get() {
    void *value = values.find();
    return *static_cast<T *>(value ? value : values.put(make()));
  }
  T &operator*() { return get(); }
  T *operator->() { return &get(); }

  /// Whether the calling thread has a value already.
  bool has_value() const noexcept { return values.find() != nullptr; }
  /// How many threads have one.
  std::size_t size() const { return values.size(); }

private:
  std::function<std::shared_ptr<T>()> make;
  detail::local_values values;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_LOCAL_H
