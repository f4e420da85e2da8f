//===- entry.h - functions that another process can find -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function has no address that means anything in another process. So what
// travels is the number of a *registered entry*: every callable whose type alone
// says what it does (a lambda without captures, a function object without
// members, or a function f written as `mp::entry<f>`) is registered, before main,
// by being used as the work of a process or a pool somewhere in the program.
// Both sides are the same program, so the numbers agree; the name of the type
// travels along and is compared, and a difference is an error, not a wrong call.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_ENTRY_H
#define HEDDLE_RT_MP_ENTRY_H

#include "heddle/rt/wire.h"
#include <functional>

namespace heddle::rt::mp {

/// The type of entry<F>: calls F.
template <auto F> struct entry_t {
  template <class... Args>
    requires std::invocable<decltype(F), Args...>
  decltype(auto) operator()(Args &&...args) const {
    return std::invoke(F, std::forward<Args>(args)...);
  }
};

/// The function F as a callable that other processes can find.
///   pool.apply(mp::entry<square>, 7)
/// Python: functions of a module, which pickle by their names.
template <auto F> inline constexpr entry_t<F> entry{};

/// A callable whose type says all.
template <class F>
concept registrable = std::is_empty_v<F> && std::is_default_constructible_v<F>;

namespace detail {

/// Calls an entry with arguments taken from `args`; its result goes to `result`.
using thunk = void (*)(wire_reader &args, wire_writer &result);

/// What travels in place of a function.
struct entry_id {
  std::uint32_t number = 0;
  std::uint64_t fingerprint = 0;
};

/// All entries of the program.
/// Thread safety: from all threads. Invariant: an entry's number never changes.
class entry_registry {
public:
  static std::uint32_t add(thunk call, std::uint64_t fingerprint);
  /// Throws process_error if there is no such entry.
  static thunk find(const entry_id &id);
};

/// How an argument is kept: string literals as strings.
template <class T> struct kept {
  using type = std::decay_t<T>;
};
template <class T>
  requires(std::is_same_v<std::decay_t<T>, const char *> || std::is_same_v<std::decay_t<T>, char *>)
struct kept<T> {
  using type = std::string;
};
template <class T> using kept_t = typename kept<T>::type;

/// Registers Entry::call before main: using id() anywhere in the program does it.
template <class Entry> class registered {
public:
  static entry_id id() { return {number, wire_fingerprint<Entry>()}; }

private:
  static inline const std::uint32_t number = entry_registry::add(&Entry::call, wire_fingerprint<Entry>());
};

/// One call of F, whose result nobody wants: the work of a process.
template <registrable F, class... Args> struct call_entry : registered<call_entry<F, Args...>> {
  static void call(wire_reader &in, wire_writer &) {
    auto args = wire_read<std::tuple<Args...>>(in);
    in.finish();
    std::apply(F(), std::move(args));
  }
};

} // namespace detail
} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_ENTRY_H
