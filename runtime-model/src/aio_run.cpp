//===- aio_run.cpp - a program's main coroutine ---------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/run.h"

namespace heddle::rt::aio {

namespace {

/// Cancels all other tasks and waits until they are done.
task<> end_all_tasks() {
  std::vector<any_task> left = all_tasks();
  const any_task self = current_task();
  std::erase(left, self);
  for (const any_task &one : left)
    one.cancel();
  for (const any_task &one : left) {
    co_await detail::done_waiter(one.share());
    if (!one.cancelled())
      if (std::exception_ptr error = one.exception())
        one.get_loop().call_exception_handler({"task '" + one.name() + "' failed while it was being cancelled", error});
  }
}

} // namespace

void runner::close() {
  if (loop.is_closed())
    return;
  loop.run_until_complete(end_all_tasks());
  loop.run_until_complete(loop.shutdown_default_executor());
  loop.close();
}

} // namespace heddle::rt::aio
