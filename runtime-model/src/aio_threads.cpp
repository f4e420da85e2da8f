//===- aio_threads.cpp - between an event loop and other threads ----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/threads.h"
#include "heddle/rt/thread.h"
#include "heddle/rt/thread_pool_executor.h"

namespace heddle::rt::aio {

std::shared_ptr<const detail::context_values> &detail::current_context() noexcept {
  thread_local std::shared_ptr<const context_values> of_thread;
  event_loop *loop = running_loop();
  task_core *task = loop ? loop->current() : nullptr;
  return task ? task->context : of_thread;
}

executor &event_loop::default_executor() {
  check_usable();
  if (pool_shut_down)
    throw misuse_error("the default executor was shut down");
  if (!pool)
    pool = std::make_unique<thread_pool_executor>();
  return *pool;
}

void event_loop::set_default_executor(std::unique_ptr<executor> other) {
  check_usable();
  if (!other)
    throw value_error("the default executor cannot be null");
  pool = std::move(other);
}

task<> event_loop::shutdown_default_executor() {
  pool_shut_down = true;
  if (!pool)
    co_return;
  // Its workers may still have work; a thread of its own waits for them.
  future<void> ended = create_future();
  thread waits({.name = "shutdown_default_executor"}, [this, ended, box = box()] {
    pool->shutdown();
    box->post(detail::make_callback([ended] { ended.set_result(); }));
  });
  co_await ended;
  waits.join();
}

} // namespace heddle::rt::aio
