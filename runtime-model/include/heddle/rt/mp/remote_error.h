//===- remote_error.h - what a worker process threw ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_REMOTE_ERROR_H
#define HEDDLE_RT_MP_REMOTE_ERROR_H

#include "heddle/rt/error.h"
#include <exception>

namespace heddle::rt::mp {

/// An exception of another process. Its class cannot be rebuilt here; its name
/// and its message are kept. Python: the exception itself, by pickle.
/// Thread safety: as std::runtime_error.
class remote_error : public process_error {
public:
  remote_error(std::string type, const std::string &message)
      : process_error(type + ": " + message), name(std::move(type)) {}

  /// For example "std::out_of_range".
  const std::string &type_name() const { return name; }
  /// What what() was there.
  std::string message() const { return what() + name.size() + 2; }

private:
  std::string name;
};

namespace detail {

/// The type's name and the message of the exception that is being handled.
std::pair<std::string, std::string> describe_current_exception();

} // namespace detail
} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_REMOTE_ERROR_H
