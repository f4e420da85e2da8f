//===- explorer_hooks.h - what the explorer may define --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Weak symbols: null in an ordinary program, functions in one that was linked
// with the explorer. Everything else the explorer sees without our help.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_EXPLORER_HOOKS_H
#define HEDDLE_RT_AIO_EXPLORER_HOOKS_H

extern "C" {

/// Before and after each callback or step that an event loop runs. Whatever
/// blocks in between blocks all the loop's tasks.
__attribute__((weak)) void heddle_explorer_loop_begin(void);
__attribute__((weak)) void heddle_explorer_loop_end(void);

/// Which of `count` ready callbacks the loop runs next: 0 (the one that waited
/// longest) to count - 1. Asked only if there are several.
__attribute__((weak)) unsigned heddle_explorer_choose(unsigned count);
}

#endif // HEDDLE_RT_AIO_EXPLORER_HOOKS_H
