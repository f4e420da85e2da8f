//===- descriptor.h - the owner of a file descriptor ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_DESCRIPTOR_H
#define HEDDLE_RT_MP_DESCRIPTOR_H

#include <utility>

namespace heddle::rt::mp {

/// Owns one descriptor and closes it. All descriptors of the runtime are closed
/// by exec (FD_CLOEXEC) and inherited by fork.
/// Thread safety: none; one thread at a time.
class descriptor {
public:
  descriptor() = default;
  /// Takes over `fd`; -1 is none.
  explicit descriptor(int fd) : fd(fd) {}
  /// Takes over what a system call returned; throws std::system_error with its
  /// name if that is -1.
  static descriptor checked(int fd, const char *call);

  descriptor(descriptor &&other) noexcept : fd(std::exchange(other.fd, -1)) {}
  descriptor &operator=(descriptor &&other) noexcept {
    if (this != &other) {
      reset();
      fd = std::exchange(other.fd, -1);
    }
    return *this;
  }
  ~descriptor() { reset(); }

  int get() const { return fd; }
  explicit operator bool() const { return fd != -1; }
  int release() { return std::exchange(fd, -1); }
  /// Closes it, if there is one.
  void reset();
  /// Another descriptor of the same open file.
  descriptor duplicate() const;

private:
  int fd = -1;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_DESCRIPTOR_H
