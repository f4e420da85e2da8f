//===- batch.h - calls for a worker process, and what became of them -----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_BATCH_H
#define HEDDLE_RT_MP_BATCH_H

#include "heddle/rt/mp/entry.h"
#include "heddle/rt/mp/remote_error.h"
#include <exception>

namespace heddle::rt::mp::detail {

/// What a call gives; void as monostate.
template <class F, class... Args> using plain_result = std::decay_t<std::invoke_result_t<F, Args...>>;
template <class T> using stored = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

/// What became of one call: a value, or an error.
template <class T> struct outcome {
  std::optional<stored<T>> value;
  std::exception_ptr error;
};

/// On the wire: true and the value, or false with the error's type and message.
template <class T> outcome<T> read_outcome(wire_reader &in) {
  if (wire_read<bool>(in))
    return {wire_read<stored<T>>(in), nullptr};
  auto type = wire_read<std::string>(in);
  return {std::nullopt, std::make_exception_ptr(remote_error(std::move(type), wire_read<std::string>(in)))};
}

inline void write_current_exception(wire_writer &out) {
  wire_write(out, false);
  auto [type, message] = describe_current_exception();
  wire_write(out, type);
  wire_write(out, message);
}

/// Calls of F, one for each tuple of arguments; each has an outcome of its own.
template <registrable F, class... Args> struct batch_entry : registered<batch_entry<F, Args...>> {
  using result_type = plain_result<F, Args...>;

  static void call(wire_reader &in, wire_writer &out) {
    auto calls = wire_read<std::vector<std::tuple<Args...>>>(in);
    in.finish();
    for (auto &args : calls)
      call_one(std::move(args), out);
  }

private:
  static void call_one(std::tuple<Args...> args, wire_writer &out) {
    wire_writer good; // of its own: writing may throw half way
    try {
      wire_write(good, true);
      if constexpr (std::is_void_v<result_type>) {
        std::apply(F(), std::move(args));
        wire_write(good, std::monostate());
      } else {
        wire_write<result_type>(good, std::apply(F(), std::move(args)));
      }
    } catch (...) {
      return write_current_exception(out);
    }
    out.bytes(good.written().data(), good.written().size());
  }
};

/// One message to a worker, and who wants the answer.
///
/// Thread safety: one thread at a time. Invariant: exactly one of finish(), fail(),
/// cancel() ends it; none if begin() said false.
class job {
public:
  job() = default;
  job(const job &) = delete;
  job &operator=(const job &) = delete;
  virtual ~job() = default;

  /// The work is about to begin; false if nobody wants it any more.
  virtual bool begin() { return true; }
  /// The answer: as many outcomes as there are calls. May throw wire_error; then
  /// fail() follows.
  virtual void finish(wire_reader &outcomes) = 0;
  /// There will be no answer.
  virtual void fail(const std::exception_ptr &why) = 0;
  /// It is not wanted any more, and has not begun. Instead of all the others.
  virtual void cancel() { fail(std::make_exception_ptr(cancelled_error())); }

  byte_vector message;
};

/// The message that makes a worker call F for each tuple.
template <class F, class... Args> byte_vector batch_message(const std::vector<std::tuple<Args...>> &calls) {
  wire_writer out;
  wire_write(out, batch_entry<F, Args...>::id());
  wire_write(out, calls);
  return out.take();
}

} // namespace heddle::rt::mp::detail

#endif // HEDDLE_RT_MP_BATCH_H
