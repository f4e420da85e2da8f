//===- wire_test.cpp - values as bytes -----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/wire.h"
#include "heddle/rt/mp/entry.h"
#include "heddle/rt/mp/lock.h"
#include <gtest/gtest.h>
#include <limits>
#include <random>

using namespace heddle::rt;

namespace {

enum class colour : std::uint8_t { red, green };
struct point {
  double x = 0;
  double y = 0;
  bool operator==(const point &) const = default;
};
struct order {
  int number = 0;
  std::string customer;
  std::vector<point> where;
  std::optional<colour> paint;
  std::map<std::string, std::pair<int, bool>> parts;
  bool operator==(const order &) const = default;
};
struct empty {
  bool operator==(const empty &) const = default;
};
struct holds_pointer {
  int *target = nullptr;
};
struct view {
  std::string_view text;
};
/// Has no default constructor and says itself how it travels.
class account {
public:
  explicit account(int amount) : amount(amount) {}
  void to_wire(wire_writer &out) const { wire_write(out, amount); }
  static account from_wire(wire_reader &in) { return account(wire_read<int>(in)); }
  bool operator==(const account &) const = default;

private:
  int amount;
};

template <class T> void expect_same(const T &value) { EXPECT_EQ(wire_unpack<T>(wire_pack(value)), value); }

TEST(Wire, RoundTrips) {
  expect_same(42);
  expect_same(-1.5L);
  expect_same(true);
  expect_same(colour::green);
  expect_same(std::string("grüße\0x", 8));
  expect_same(std::string());
  expect_same(std::wstring(L"wide"));
  expect_same(std::vector<int>{1, 2, 3});
  expect_same(std::vector<bool>{true, false, true});
  expect_same(std::vector<std::string>{"", "a", "bb"});
  expect_same(std::vector<empty>(5));
  expect_same(std::deque<int>{1, 2});
  expect_same(std::set<std::string>{"x", "y"});
  expect_same(std::unordered_set<int>{4, 5});
  expect_same(std::map<int, std::string>{{1, "one"}, {2, "two"}});
  expect_same(std::unordered_map<std::string, int>{{"three", 3}});
  expect_same(std::array<std::string, 2>{"p", "q"});
  expect_same(std::array<int, 0>{});
  expect_same(std::pair<int, std::string>{1, "s"});
  expect_same(std::tuple<>());
  expect_same(std::tuple<int, double, std::string>{1, 2.5, "t"});
  expect_same(std::optional<int>());
  expect_same(std::optional<int>(7));
  expect_same(std::variant<std::monostate, int, std::string>("v"));
  expect_same(std::chrono::milliseconds(5));
  expect_same(std::chrono::system_clock::now());
}

TEST(Wire, Classes) {
  expect_same(point{1, -2});
  expect_same(empty());
  expect_same(order{7, "Ada", {{1, 2}, {3, 4}}, colour::red, {{"wheel", {4, true}}}});
  expect_same(std::vector<account>{account(3), account(4)});
}

TEST(Wire, PointersAndViewsAreRefused) {
  static_assert(!wireable<int *> && !wireable<const char *> && !wireable<void (*)()>);
  static_assert(!wireable<holds_pointer> && !wireable<std::vector<int *>> && !wireable<std::optional<char *>>);
  static_assert(!wireable<std::string_view> && !wireable<view> && !wireable<std::span<int>>);
  static_assert(!wireable<std::reference_wrapper<int>> && !wireable<std::unique_ptr<int>>);
  static_assert(wireable<order> && wireable<const order>);
}

TEST(Wire, AnotherTypeIsAnError) {
  EXPECT_THROW(wire_unpack<unsigned>(wire_pack(1)), wire_error);
  EXPECT_THROW(wire_unpack<std::string>(wire_pack(std::vector<char>{'a'})), wire_error);
}

TEST(Wire, EveryTruncationIsAnError) {
  byte_vector message = wire_pack(order{7, "Ada", {{1, 2}, {3, 4}}, colour::red, {{"wheel", {4, true}}}});
  for (std::size_t size = 0; size < message.size(); ++size)
    EXPECT_THROW(wire_unpack<order>(byte_span(message).first(size)), wire_error) << size;
  message.push_back(std::byte(0));
  EXPECT_THROW(wire_unpack<order>(message), wire_error) << "a byte too many";
}

TEST(Wire, CorruptLengthsTakeNoMemory) {
  wire_writer out;
  out.size(std::numeric_limits<std::size_t>::max() / 2);
  wire_reader in(out.written());
  EXPECT_THROW(wire_read<std::vector<double>>(in), wire_error);
}

TEST(Wire, CorruptBoolsAndVariants) {
  byte_vector bytes(8, std::byte(9));
  wire_reader one(bytes);
  EXPECT_THROW(wire_read<bool>(one), wire_error);
  wire_reader other(bytes);
  EXPECT_THROW((wire_read<std::variant<int, char>>(other)), wire_error);
}

/// Any bytes give an order or a wire_error, and nothing else.
TEST(Wire, RandomChangesNeverHarm) {
  const byte_vector good = wire_pack(order{7, "Ada", {{1, 2}, {3, 4}}, colour::red, {{"wheel", {4, true}}}});
  std::mt19937 random(1);
  int errors = 0;
  for (int i = 0; i < 5000; ++i) {
    byte_vector bad = good;
    for (int changes = 0; changes < 3; ++changes)
      bad[random() % bad.size()] = static_cast<std::byte>(random());
    try {
      wire_unpack<order>(bad);
    } catch (const wire_error &) {
      ++errors;
    }
  }
  EXPECT_GT(errors, 0);
}

TEST(Wire, HandlesAreNotSent) { EXPECT_THROW(wire_pack(mp::mutex()), process_error); }

int result = 0;
void keep_twice(int n) { result = 2 * n; }
using entry = mp::detail::call_entry<mp::entry_t<keep_twice>, int>;

TEST(Entry, IsFoundByItsNumber) {
  wire_writer arguments;
  wire_write(arguments, std::tuple(21));
  wire_reader in(arguments.written());
  wire_writer out;
  mp::detail::entry_registry::find(entry::id())(in, out);
  EXPECT_EQ(result, 42);
}

TEST(Entry, UnknownOnesAreRefused) {
  mp::detail::entry_id id = entry::id();
  id.fingerprint ^= 1;
  EXPECT_THROW(mp::detail::entry_registry::find(id), process_error);
  id.number = 1000000;
  EXPECT_THROW(mp::detail::entry_registry::find(id), process_error);
}

} // namespace
