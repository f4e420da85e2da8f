//===- aio.h - coroutines, tasks and the event loop -----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All of heddle::rt::aio. Python: asyncio.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_H
#define HEDDLE_RT_AIO_H

#include "heddle/rt/aio/async_generator.h"
#include "heddle/rt/aio/barrier.h"
#include "heddle/rt/aio/condition.h"
#include "heddle/rt/aio/context_var.h"
#include "heddle/rt/aio/debug.h"
#include "heddle/rt/aio/event.h"
#include "heddle/rt/aio/event_loop.h"
#include "heddle/rt/aio/gather.h"
#include "heddle/rt/aio/lock.h"
#include "heddle/rt/aio/net.h"
#include "heddle/rt/aio/queue.h"
#include "heddle/rt/aio/run.h"
#include "heddle/rt/aio/semaphore.h"
#include "heddle/rt/aio/shield.h"
#include "heddle/rt/aio/sleep.h"
#include "heddle/rt/aio/stream.h"
#include "heddle/rt/aio/subprocess.h"
#include "heddle/rt/aio/task_group.h"
#include "heddle/rt/aio/task_handle.h"
#include "heddle/rt/aio/threads.h"
#include "heddle/rt/aio/timeout.h"
#include "heddle/rt/aio/wait.h"

#endif // HEDDLE_RT_AIO_H
