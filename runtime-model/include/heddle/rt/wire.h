//===- wire.h - values as bytes, to another process and back -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What multiprocessing does with pickle: a value becomes bytes, and the bytes
// become an equal value in another process of the *same program* (its byte
// order and sizes are not translated). `wire<T>` says how:
//
//   write(wire_writer &, const T &)      appends the bytes
//   read(wire_reader &) -> T             takes them again, or throws wire_error
//
// It is there for numbers, enumerations, strings, the standard containers,
// pair, tuple, optional, variant, chrono, and aggregates of such (at most 12
// fields, no C arrays, no base classes). Any other class has the two as members,
// `void to_wire(wire_writer &) const` and `static T from_wire(wire_reader &)`, or
// specialises `wire`.
// Pointers, references and views have no wire: their target is not in the
// other process, and the compiler says so.
//
// Every value is at least one byte long, so no length in a message can be
// larger than the rest of the message. A message (`wire_pack`) begins with a
// fingerprint of its type: to read it as another type is an error, not garbage.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_WIRE_H
#define HEDDLE_RT_WIRE_H

#include "heddle/rt/error.h"
#include "heddle/rt/mp/descriptor.h"
#include "heddle/rt/wire_fields.h"
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace heddle::rt {

/// The bytes are not a value of the type: truncated, too long, corrupt, or of
/// another type. Python: pickle.UnpicklingError.
class wire_error : public error {
public:
  using error::error;
};

using byte_vector = std::vector<std::byte>;
using byte_span = std::span<const std::byte>;

/// Collects the bytes of values.
/// Thread safety: none; one thread at a time.
class wire_writer {
public:
  wire_writer() = default;
  /// Descriptors may be written, too: copies of them are kept in `passed`, for
  /// a child that inherits them under their numbers.
  explicit wire_writer(std::vector<mp::descriptor> &passed) : passed(&passed) {}

  void bytes(const void *data, std::size_t size) {
    const auto *first = static_cast<const std::byte *>(data);
    out.insert(out.end(), first, first + size);
  }
  void size(std::size_t count) {
    auto fixed = static_cast<std::uint64_t>(count);
    bytes(&fixed, sizeof fixed);
  }
  /// A descriptor for the child about to start. Throws process_error if these
  /// bytes go elsewhere: a lock or a queue is inherited, never sent.
  void descriptor(int fd);

  const byte_vector &written() const { return out; }
  byte_vector take() { return std::move(out); }

private:
  byte_vector out;
  std::vector<mp::descriptor> *passed = nullptr;
};

/// Takes values from bytes, in the order in which they were written.
/// Thread safety: none. The bytes must outlive the reader.
class wire_reader {
public:
  explicit wire_reader(byte_span bytes) : rest(bytes) {}

  void bytes(void *data, std::size_t size) {
    if (size > rest.size())
      throw wire_error("message is truncated");
    if (size)
      std::memcpy(data, rest.data(), size);
    rest = rest.subspan(size);
  }
  /// A count of values that follow; never more than there are bytes left.
  std::size_t size() {
    std::uint64_t count = 0;
    bytes(&count, sizeof count);
    if (count > rest.size())
      throw wire_error("message is truncated or corrupt: a length exceeds it");
    return count;
  }
  /// A descriptor that this process inherited; the caller owns it now.
  mp::descriptor descriptor();
  /// Throws unless everything has been taken.
  void finish() const {
    if (!rest.empty())
      throw wire_error("message is longer than its value");
  }

private:
  byte_span rest;
};

/// How a T travels. Not defined for types that cannot.
template <class T> struct wire;

/// T can be sent to another process.
template <class T>
concept wireable = requires(wire_writer &out, wire_reader &in, const T &value) {
  wire<T>::write(out, value);
  { wire<T>::read(in) } -> std::same_as<T>;
};

template <class T> void wire_write(wire_writer &out, const T &value) {
  static_assert(!std::is_pointer_v<T>, "a pointer means nothing in another process: send what it points to");
  static_assert(wireable<T>, "this type cannot be sent to another process: specialise heddle::rt::wire for it");
  wire<T>::write(out, value);
}

template <class T> T wire_read(wire_reader &in) {
  static_assert(wireable<T>, "this type cannot be received from another process: specialise heddle::rt::wire for it");
  return wire<T>::read(in);
}

/// Tells types apart within one program.
template <class T> std::uint64_t wire_fingerprint() {
  static const std::uint64_t hash = [] {
    std::uint64_t fnv = 14695981039346656037u; // FNV-1a
    for (char c : std::string_view(typeid(T).name()))
      fnv = (fnv ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return fnv;
  }();
  return hash;
}

/// A whole message: the fingerprint of T, then the value.
template <class T> byte_vector wire_pack(const T &value) {
  wire_writer out;
  out.size(wire_fingerprint<T>());
  wire_write(out, value);
  return out.take();
}

/// The value of a whole message. Throws wire_error if it is not a T.
template <class T> T wire_unpack(byte_span message) {
  wire_reader in(message);
  std::uint64_t fingerprint = 0;
  in.bytes(&fingerprint, sizeof fingerprint);
  if (fingerprint != wire_fingerprint<T>())
    throw wire_error("message holds a value of another type");
  T value = wire_read<T>(in);
  in.finish();
  return value;
}

namespace detail {

template <class T>
concept plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <class T> void write_plain(wire_writer &out, const T &value) {
  out.bytes(&value, sizeof value);
}

template <class T> T read_plain(wire_reader &in) {
  if constexpr (std::is_same_v<T, bool>) {
    auto byte = read_plain<unsigned char>(in);
    if (byte > 1)
      throw wire_error("message is corrupt: not a bool");
    return byte == 1;
  } else {
    T value;
    in.bytes(&value, sizeof value);
    return value;
  }
}

/// Containers whose elements are inserted one after the other.
template <class Container, class Element> struct wire_container {
  static void write(wire_writer &out, const Container &values) {
    out.size(values.size());
    for (const auto &value : values)
      wire_write<Element>(out, value);
  }
  static Container read(wire_reader &in) {
    Container values;
    for (std::size_t left = in.size(); left; --left)
      values.insert(values.end(), wire_read<Element>(in));
    return values;
  }
};

/// Contiguous elements that are copied at once.
template <class Container> struct wire_plain_container {
  using element = typename Container::value_type;
  static void write(wire_writer &out, const Container &values) {
    out.size(values.size());
    out.bytes(values.data(), values.size() * sizeof(element));
  }
  static Container read(wire_reader &in) {
    Container values(in.size(), element());
    in.bytes(values.data(), values.size() * sizeof(element));
    return values;
  }
};

/// Nothing to write: one byte, so that every value has a size.
inline void write_nothing(wire_writer &out) {
  write_plain(out, '\0');
}
inline void read_nothing(wire_reader &in) {
  read_plain<char>(in);
}

} // namespace detail

template <detail::plain T> struct wire<T> {
  static void write(wire_writer &out, const T &value) { detail::write_plain(out, value); }
  static T read(wire_reader &in) { return detail::read_plain<T>(in); }
};

template <class Char> struct wire<std::basic_string<Char>> : detail::wire_plain_container<std::basic_string<Char>> {};

template <wireable T>
struct wire<std::vector<T>>
    : std::conditional_t<detail::plain<T> && !std::is_same_v<T, bool>, detail::wire_plain_container<std::vector<T>>,
                         detail::wire_container<std::vector<T>, T>> {};

template <wireable T> struct wire<std::deque<T>> : detail::wire_container<std::deque<T>, T> {};
template <wireable T> struct wire<std::set<T>> : detail::wire_container<std::set<T>, T> {};
template <wireable T> struct wire<std::unordered_set<T>> : detail::wire_container<std::unordered_set<T>, T> {};
template <wireable K, wireable V>
struct wire<std::map<K, V>> : detail::wire_container<std::map<K, V>, std::pair<const K, V>> {};
template <wireable K, wireable V>
struct wire<std::unordered_map<K, V>> : detail::wire_container<std::unordered_map<K, V>, std::pair<const K, V>> {};

template <wireable T> struct wire<const T> {
  static void write(wire_writer &out, const T &value) { wire<T>::write(out, value); }
  static const T read(wire_reader &in) { return wire<T>::read(in); }
};

template <class A, class B>
  requires(wireable<std::remove_const_t<A>> && wireable<B>)
struct wire<std::pair<A, B>> {
  static void write(wire_writer &out, const std::pair<A, B> &value) {
    wire_write<std::remove_const_t<A>>(out, value.first);
    wire_write<B>(out, value.second);
  }
  static std::pair<A, B> read(wire_reader &in) {
    auto first = wire_read<std::remove_const_t<A>>(in); // before the second
    return std::pair<A, B>(std::move(first), wire_read<B>(in));
  }
};

template <wireable... T> struct wire<std::tuple<T...>> {
  static void write(wire_writer &out, const std::tuple<T...> &value) {
    detail::write_nothing(out);
    std::apply([&](const T &...each) { (wire_write<T>(out, each), ...); }, value);
  }
  static std::tuple<T...> read(wire_reader &in) {
    detail::read_nothing(in);
    return std::tuple<T...>{wire_read<T>(in)...}; // braces: from left to right
  }
};

template <wireable T, std::size_t N> struct wire<std::array<T, N>> {
  static void write(wire_writer &out, const std::array<T, N> &value) {
    detail::write_nothing(out);
    for (const T &each : value)
      wire_write<T>(out, each);
  }
  static std::array<T, N> read(wire_reader &in) {
    detail::read_nothing(in);
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
      return std::array<T, N>{((void)I, wire_read<T>(in))...};
    }(std::make_index_sequence<N>());
  }
};

template <wireable T> struct wire<std::optional<T>> {
  static void write(wire_writer &out, const std::optional<T> &value) {
    wire_write<bool>(out, value.has_value());
    if (value)
      wire_write<T>(out, *value);
  }
  static std::optional<T> read(wire_reader &in) {
    if (!wire_read<bool>(in))
      return std::nullopt;
    return wire_read<T>(in);
  }
};

template <> struct wire<std::monostate> {
  static void write(wire_writer &out, const std::monostate &) { detail::write_nothing(out); }
  static std::monostate read(wire_reader &in) { return detail::read_nothing(in), std::monostate(); }
};

template <wireable... T> struct wire<std::variant<T...>> {
  using value_type = std::variant<T...>;
  static void write(wire_writer &out, const value_type &value) {
    wire_write(out, static_cast<std::uint32_t>(value.index()));
    std::visit([&]<class U>(const U &held) { wire_write<U>(out, held); }, value);
  }
  static value_type read(wire_reader &in) {
    using reader = value_type (*)(wire_reader &);
    static constexpr auto readers = []<std::size_t... I>(std::index_sequence<I...>) {
      return std::array<reader, sizeof...(T)>{
          [](wire_reader &from) { return value_type(std::in_place_index<I>, wire_read<T>(from)); }...};
    }(std::index_sequence_for<T...>());
    auto index = wire_read<std::uint32_t>(in);
    if (index >= readers.size())
      throw wire_error("message is corrupt: no such alternative");
    return readers[index](in);
  }
};

template <wireable Rep, class Period> struct wire<std::chrono::duration<Rep, Period>> {
  using value_type = std::chrono::duration<Rep, Period>;
  static void write(wire_writer &out, const value_type &value) { wire_write<Rep>(out, value.count()); }
  static value_type read(wire_reader &in) { return value_type(wire_read<Rep>(in)); }
};

template <class Clock, wireable Duration> struct wire<std::chrono::time_point<Clock, Duration>> {
  using value_type = std::chrono::time_point<Clock, Duration>;
  static void write(wire_writer &out, const value_type &value) { wire_write(out, value.time_since_epoch()); }
  static value_type read(wire_reader &in) { return value_type(wire_read<Duration>(in)); }
};

namespace detail {

template <class Tuple> inline constexpr bool all_wireable = false;
template <class... T> inline constexpr bool all_wireable<std::tuple<T...>> = (wireable<T> && ...);

} // namespace detail

/// Classes that say it themselves.
template <class T>
concept wire_by_members = requires(const T &value, wire_writer &out, wire_reader &in) {
  value.to_wire(out);
  { T::from_wire(in) } -> std::same_as<T>;
};

template <wire_by_members T> struct wire<T> {
  static void write(wire_writer &out, const T &value) { value.to_wire(out); }
  static T read(wire_reader &in) { return T::from_wire(in); }
};

/// Aggregates: field after field.
template <detail::aggregate T>
  requires(!wire_by_members<T> && detail::all_wireable<detail::fields_of<T>>)
struct wire<T> {
  static void write(wire_writer &out, const T &value) {
    detail::write_nothing(out);
    detail::with_fields(value, [&]<class... F>(const F &...field) { (wire_write<F>(out, field), ...); });
  }
  static T read(wire_reader &in) {
    detail::read_nothing(in);
    return [&]<class... F>(std::type_identity<std::tuple<F...>>) {
      return T{wire_read<F>(in)...};
    }(std::type_identity<detail::fields_of<T>>());
  }
};

} // namespace heddle::rt

#endif // HEDDLE_RT_WIRE_H
