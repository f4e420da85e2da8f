//===- context_var.h - variables that each task has for itself ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   inline aio::context_var<std::string> request("request", "none");
//   request.set("GET /");         seen by this task, and by tasks it makes later
//   use(request.get());
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_CONTEXT_VAR_H
#define HEDDLE_RT_AIO_CONTEXT_VAR_H

#include "heddle/rt/aio/task_handle.h"
#include <any>
#include <map>

namespace heddle::rt::aio {
namespace detail {

/// Variable -> value. Never changed once it is shared: setting a variable makes
/// a new one, so that copying a context is copying a pointer.
class context_values {
public:
  std::map<const void *, std::any> values;
};

/// The context of the running code: the task's, else the thread's.
std::shared_ptr<const context_values> &current_context() noexcept;

} // namespace detail

/// All context variables as they were when it was made.
/// Thread safety: a value; const functions from all threads.
/// Python: contextvars.Context.
class context {
public:
  context() = default;
  /// Calls `f()` with these values; what it sets is gone afterwards.
  template <class F> std::invoke_result_t<F> run(F &&f) const {
    struct restore {
      std::shared_ptr<const detail::context_values> &place = detail::current_context();
      std::shared_ptr<const detail::context_values> former = place;
      ~restore() { place = former; }
    } scope;
    scope.place = values;
    return std::invoke(std::forward<F>(f));
  }

private:
  friend context copy_context();
  std::shared_ptr<const detail::context_values> values;
};

/// Python: contextvars.copy_context.
inline context copy_context() {
  context copy;
  copy.values = detail::current_context();
  return copy;
}

/// A variable whose value belongs to a task (outside of tasks: to a thread). A
/// new task begins with its maker's values; what either sets afterwards, the
/// other does not see.
///
/// Thread safety: get() and set() from all threads. The variable must outlive all
/// contexts that have a value for it; make it static.
/// Errors: get() without value and default throws value_error.
/// Python: contextvars.ContextVar; reset() takes the token of set().
template <class T> class context_var {
public:
  explicit context_var(std::string name) : label(std::move(name)) {}
  context_var(std::string name, T otherwise) : label(std::move(name)), otherwise(std::move(otherwise)) {}
  context_var(const context_var &) = delete;
  context_var &operator=(const context_var &) = delete;

  const std::string &name() const noexcept { return label; }

  /// What reset() restores.
  class token {
    friend class context_var;
    std::optional<T> former;
  };

  T get() const {
    if (const T *set = find())
      return *set;
    if (!otherwise)
      throw value_error("context variable '" + label + "' has no value");
    return *otherwise;
  }
  token set(T value) {
    token old;
    if (const T *set = find())
      old.former = *set;
    put(std::move(value));
    return old;
  }
  void reset(const token &old) { old.former ? put(*old.former) : put({}); }

private:
  const T *find() const {
    const auto &now = detail::current_context();
    if (!now)
      return nullptr;
    const auto found = now->values.find(this);
    return found == now->values.end() ? nullptr : std::any_cast<T>(&found->second);
  }
  void put(std::any value) {
    auto &now = detail::current_context();
    auto next = now ? std::make_shared<detail::context_values>(*now) : std::make_shared<detail::context_values>();
    if (value.has_value())
      next->values.insert_or_assign(this, std::move(value));
    else
      next->values.erase(this);
    now = std::move(next);
  }

  std::string label;
  std::optional<T> otherwise;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_CONTEXT_VAR_H
