//===- shared_memory.h - named memory for several processes --------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_SHARED_MEMORY_H
#define HEDDLE_RT_MP_SHARED_MEMORY_H

#include <cstddef>
#include <span>
#include <string>
#include <sys/types.h>

namespace heddle::rt::mp {

/// A block of memory that processes find by its name, related or not.
///
///   auto mine = shared_memory::create(4096);      // mine.name() goes to the other
///   auto other = shared_memory::open(name);
///
/// Python: multiprocessing.shared_memory.SharedMemory. There a tracker process
/// removes names that were left behind; here the object that made the name does:
/// its destructor unlinks it, unless keep() was called or it was moved from. In a
/// forked child it does not. Who opened a block only closes it.
/// Thread safety: one thread at a time; the bytes themselves have no lock.
/// Errors: std::system_error (the name exists, or does not), value_error (no
/// size), misuse_error (buf() after close()).
/// Source: shm_open(3), mmap(2).
class shared_memory {
public:
  /// Makes a block of `size` bytes, all zero, under the name, or under a new one.
  static shared_memory create(std::size_t size, const std::string &name = "");
  /// Maps the whole of an existing block.
  static shared_memory open(const std::string &name);

  shared_memory(shared_memory &&other) noexcept;
  shared_memory &operator=(shared_memory &&other) noexcept;
  ~shared_memory();

  /// The bytes; invalid after close().
  std::span<std::byte> buf() const;
  /// At least what was asked for.
  std::size_t size() const { return length; }
  /// Without the slash, as in /dev/shm.
  const std::string &name() const { return label; }

  /// Unmaps it in this process. A second call does nothing.
  void close();
  /// Removes the name; who has the block mapped keeps it.
  void unlink();
  /// Leaves the name behind when this object goes.
  void keep() { creator = 0; }

private:
  shared_memory(std::string name, int flags, std::size_t size);

  std::string label;
  std::byte *memory = nullptr;
  std::size_t length = 0;
  /// The process whose destructor unlinks, 0: none.
  pid_t creator = 0;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_SHARED_MEMORY_H
