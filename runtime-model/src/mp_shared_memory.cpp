//===- mp_shared_memory.cpp - named memory for several processes ---------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/error.h"
#include "heddle/rt/mp/descriptor.h"
#include "heddle/rt/mp/shared_memory.h"
#include <cerrno>
#include <fcntl.h>
#include <random>
#include <sys/mman.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace heddle::rt::mp {

namespace {

std::string new_name() {
  static constexpr char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  std::random_device random;
  std::string name = "heddle-rt-";
  for (int i = 0; i < 12; ++i)
    name += letters[random() % (sizeof letters - 1)];
  return name;
}

} // namespace

shared_memory shared_memory::create(std::size_t size, const std::string &name) {
  if (size == 0)
    throw value_error("shared memory needs a size");
  return shared_memory(name.empty() ? new_name() : name, O_CREAT | O_EXCL | O_RDWR, size);
}

shared_memory shared_memory::open(const std::string &name) {
  return shared_memory(name, O_RDWR, 0);
}

shared_memory::shared_memory(std::string name, int flags, std::size_t size) : label(std::move(name)) {
  descriptor file = descriptor::checked(shm_open(("/" + label).c_str(), flags | O_CLOEXEC, 0600), "shm_open");
  auto failed = [&](const char *call) {
    int code = errno;
    if (flags & O_CREAT)
      shm_unlink(("/" + label).c_str());
    throw std::system_error(code, std::generic_category(), call);
  };
  if (size != 0 && ftruncate(file.get(), static_cast<off_t>(size)) == -1)
    failed("ftruncate");
  struct stat about;
  if (fstat(file.get(), &about) == -1)
    failed("fstat");
  length = static_cast<std::size_t>(about.st_size);
  void *at = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED, file.get(), 0);
  if (at == MAP_FAILED)
    failed("mmap");
  memory = static_cast<std::byte *>(at);
  creator = flags & O_CREAT ? getpid() : 0;
}

shared_memory::shared_memory(shared_memory &&other) noexcept
    : label(std::move(other.label)), memory(std::exchange(other.memory, nullptr)),
      length(std::exchange(other.length, 0)), creator(std::exchange(other.creator, 0)) {}

shared_memory &shared_memory::operator=(shared_memory &&other) noexcept {
  if (this != &other) {
    this->~shared_memory();
    new (this) shared_memory(std::move(other));
  }
  return *this;
}

shared_memory::~shared_memory() {
  close();
  if (creator == getpid())
    shm_unlink(("/" + label).c_str()); // somebody may have removed it before
}

std::span<std::byte> shared_memory::buf() const {
  if (!memory)
    throw misuse_error("the shared memory is closed");
  return {memory, length};
}

void shared_memory::close() {
  if (memory)
    munmap(std::exchange(memory, nullptr), length);
}

void shared_memory::unlink() {
  creator = 0;
  if (shm_unlink(("/" + label).c_str()) == -1)
    throw std::system_error(errno, std::generic_category(), "shm_unlink");
}

} // namespace heddle::rt::mp
