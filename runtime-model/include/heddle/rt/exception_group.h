//===- exception_group.h - several exceptions thrown as one ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_EXCEPTION_GROUP_H
#define HEDDLE_RT_EXCEPTION_GROUP_H

#include "heddle/rt/error.h"
#include <exception>
#include <vector>

namespace heddle::rt {

/// What several pieces of work threw that ran at the same time.
///
/// Thread safety: const functions from all threads.
/// Invariant: never empty. A group may hold groups.
/// Python: ExceptionGroup.
class exception_group : public error {
public:
  exception_group(const std::string &message, std::vector<std::exception_ptr> exceptions);

  /// In the order in which they were thrown.
  const std::vector<std::exception_ptr> &exceptions() const noexcept { return thrown; }

  /// Those that `catch (const Error &)` would catch, also from groups inside.
  /// Python: ExceptionGroup.subgroup, `except*`.
  template <class Error> std::vector<std::exception_ptr> matching() const {
    std::vector<std::exception_ptr> found;
    for (const std::exception_ptr &one : thrown) {
      try {
        std::rethrow_exception(one);
      } catch (const exception_group &inner) {
        for (std::exception_ptr &deeper : inner.matching<Error>())
          found.push_back(std::move(deeper));
      } catch (const Error &) {
        found.push_back(one);
      } catch (...) {
      }
    }
    return found;
  }

private:
  std::vector<std::exception_ptr> thrown;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_EXCEPTION_GROUP_H
