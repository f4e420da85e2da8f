//===- shared_block.h - memory that several processes see ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Locks, queues and values between processes live in anonymous shared memory
// (memfd_create): it has no name that could collide or be left behind, and is
// gone with the last process that has it. A child made by fork has the mapping;
// one made by spawn inherits the descriptor and maps it again.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_SHARED_BLOCK_H
#define HEDDLE_RT_MP_SHARED_BLOCK_H

#include "heddle/rt/mp/descriptor.h"
#include "heddle/rt/wire.h"
#include <cstddef>
#include <memory>
#include <new>
#include <type_traits>

namespace heddle::rt::mp::detail {

/// A mapping of an anonymous shared file. Pages are zero until first written.
/// Thread safety: const functions from all threads.
class shared_block {
public:
  /// Source: memfd_create(2), mmap(2). Throws std::system_error.
  explicit shared_block(std::size_t size);
  /// Maps a block that another process made.
  explicit shared_block(descriptor file);
  shared_block(const shared_block &) = delete;
  shared_block &operator=(const shared_block &) = delete;
  ~shared_block();

  std::byte *data() const { return memory; }
  std::size_t size() const { return length; }
  int fileno() const { return file.get(); }

private:
  void map();

  descriptor file;
  std::size_t length;
  std::byte *memory = nullptr;
};

/// A handle on a T that several processes share; copies are the same T.
///
/// Thread safety: as T. Invariant: the T holds no pointer and is never
/// destroyed; its memory goes when the last handle of the last process goes.
template <class T> class shared_object {
  static_assert(!std::is_polymorphic_v<T>, "a vtable is a pointer");

public:
  /// Makes a T(args...), with `extra` bytes of memory behind it.
  template <class... Args> static shared_object make(std::size_t extra, const Args &...args) {
    shared_object made(std::make_shared<shared_block>(sizeof(T) + extra));
    new (made.block->data()) T(args...);
    return made;
  }

  T *operator->() const { return &object(); }
  T &operator*() const { return object(); }
  std::byte *extra() const { return block->data() + sizeof(T); }

  void to_wire(wire_writer &out) const { out.descriptor(block->fileno()); }
  static shared_object from_wire(wire_reader &in) {
    shared_object inherited(std::make_shared<shared_block>(in.descriptor()));
    if (inherited.block->size() < sizeof(T))
      throw wire_error("message is corrupt: the shared block is too small");
    return inherited;
  }

private:
  explicit shared_object(std::shared_ptr<shared_block> block) : block(std::move(block)) {}
  T &object() const { return *std::launder(reinterpret_cast<T *>(block->data())); }

  std::shared_ptr<shared_block> block;
};

} // namespace heddle::rt::mp::detail

#endif // HEDDLE_RT_MP_SHARED_BLOCK_H
