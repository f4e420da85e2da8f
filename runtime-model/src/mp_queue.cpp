//===- mp_queue.cpp - the ring of bytes behind the queues ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/queue.h"

namespace heddle::rt::mp::detail {

namespace {

constexpr std::size_t length_size = sizeof(std::uint64_t);

} // namespace

byte_queue::byte_queue(const queue_options &options) : byte_queue(handle::make(options.capacity, options)) {
  if (options.capacity <= length_size)
    throw value_error("a queue needs room for more than a length");
}

byte_queue::byte_queue(handle inherited)
    : shared(std::move(inherited)), closed(std::make_shared<std::atomic<bool>>(false)) {}

void byte_queue::check_open() const {
  if (*closed)
    throw value_error("the queue is closed");
}

bool byte_queue::put(byte_span message, const deadline &end) {
  std::uint64_t needed = length_size + message.size();
  if (needed > shared->capacity)
    throw message_too_large("a message of " + std::to_string(message.size()) + " bytes for a queue of " +
                            std::to_string(shared->capacity));
  return shared->ring.when(end, [&](position &p) {
    if (p.tail - p.head + needed > shared->capacity || (shared->maxsize && p.messages >= shared->maxsize))
      return false;
    // The bytes lie behind the tail, where nobody looks, until the tail moves.
    std::uint64_t length = message.size();
    copy_in(p.tail, &length, length_size);
    copy_in(p.tail + length_size, message.data(), message.size());
    p.tail += needed;
    ++p.messages;
    ++p.unfinished;
    return true;
  });
}

std::optional<byte_vector> byte_queue::get(const deadline &end) {
  byte_vector message;
  bool taken = shared->ring.when(end, [&](position &p) {
    if (p.messages == 0)
      return false;
    std::uint64_t length = 0;
    copy_out(p.head, &length, length_size);
    message.resize(length);
    copy_out(p.head + length_size, message.data(), length);
    p.head += length_size + length;
    if (--p.messages == 0)
      p.head = p.tail = 0; // small queues touch few pages
    return true;
  });
  if (!taken)
    return std::nullopt;
  return message;
}

std::size_t byte_queue::size() const {
  return shared->ring.look().messages;
}

bool byte_queue::full() const {
  return maxsize() && size() >= maxsize();
}

void byte_queue::task_done() {
  shared->ring.change([](position &p) {
    if (p.unfinished == 0)
      throw value_error("task_done() called more often than there were items");
    --p.unfinished;
  });
}

bool byte_queue::join(const deadline &end) {
  return shared->ring.when(end, [](const position &p) { return p.unfinished == 0; });
}

void byte_queue::copy_in(std::uint64_t at, const void *data, std::size_t size) const {
  const auto *from = static_cast<const std::byte *>(data);
  std::size_t start = at % shared->capacity;
  std::size_t first = std::min<std::size_t>(size, shared->capacity - start);
  std::copy_n(from, first, shared.extra() + start);
  std::copy_n(from + first, size - first, shared.extra());
}

void byte_queue::copy_out(std::uint64_t at, void *data, std::size_t size) const {
  auto *to = static_cast<std::byte *>(data);
  std::size_t start = at % shared->capacity;
  std::size_t first = std::min<std::size_t>(size, shared->capacity - start);
  std::copy_n(shared.extra() + start, first, to);
  std::copy_n(shared.extra(), size - first, to + first);
}

} // namespace heddle::rt::mp::detail
