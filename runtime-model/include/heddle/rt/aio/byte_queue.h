//===- byte_queue.h - bytes that come in behind and go out in front -------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_BYTE_QUEUE_H
#define HEDDLE_RT_AIO_BYTE_QUEUE_H

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace heddle::rt::aio::detail {

/// A buffer whose front is removed in amortised constant time per byte.
/// Thread safety: none. Invariant: the first `gone` bytes of `bytes` are out,
/// and fewer than those that are left, or none are left.
class byte_queue {
public:
  std::size_t size() const noexcept { return bytes.size() - gone; }
  bool empty() const noexcept { return size() == 0; }
  std::string_view view() const noexcept { return std::string_view(bytes).substr(gone); }
  void append(std::string_view more) { bytes.append(more); }
  void clear() noexcept {
    bytes.clear();
    gone = 0;
  }

  /// Room for `count` more bytes; `shrink` takes back what was not filled.
  std::span<char> grow(std::size_t count) {
    bytes.resize(bytes.size() + count);
    return std::span(bytes).last(count);
  }
  void shrink(std::size_t count) noexcept { bytes.resize(bytes.size() - count); }

  void drop(std::size_t count) {
    gone += count;
    if (gone == bytes.size())
      clear();
    else if (gone > bytes.size() / 2)
      bytes.erase(0, std::exchange(gone, 0));
  }
  std::string take(std::size_t count) {
    std::string taken(view().substr(0, count));
    drop(taken.size());
    return taken;
  }

private:
  std::string bytes;
  std::size_t gone = 0;
};

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_AIO_BYTE_QUEUE_H
