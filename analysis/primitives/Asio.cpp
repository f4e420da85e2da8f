//===- Asio.cpp - Asio and Boost.Asio -------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What wraps a handler is still that handler. Which functions hand handlers to
// a loop is in EventLoops.cpp, which of them wait in Blocking.cpp.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Primitives.h"

namespace heddle {

#define WRAPPER(NAME, HANDLER)                                                 \
  {.Name = "asio::" NAME, .What = Op::Bind, .Object = HANDLER}, {              \
    .Name = "boost::asio::" NAME, .What = Op::Bind, .Object = HANDLER          \
  }

static const Primitive Functions[] = {
    WRAPPER("bind_executor", 1),
    WRAPPER("bind_allocator", 1),
    WRAPPER("bind_cancellation_slot", 1),
    WRAPPER("bind_immediate_executor", 1),
    WRAPPER("io_context::wrap", 0),
    WRAPPER("io_context::strand::wrap", 0),
    {.Name = "boost::beast::bind_front_handler", .What = Op::Bind},
};

PrimitiveTable asioPrimitives() { return {Functions, {}}; }

} // namespace heddle
