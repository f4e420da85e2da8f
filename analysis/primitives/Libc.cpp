//===- Libc.cpp - C library functions that touch their arguments ----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Source: ISO/IEC 9899:2018 clause 7 and POSIX.1-2024. Bit i of Reads
// (Writes) stands for argument i. A function that is not named here and has
// no body touches nothing that can be shown (assumption A1).
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Primitives.h"

namespace heddle {

#define TOUCH(NAME, READS, WRITES)                                             \
  {.Name = NAME, .What = Op::Touch, .Reads = READS, .Writes = WRITES}
#define TRANSFER(NAME, OP, READS, WRITES)                                      \
  {.Name = NAME, .What = Op::OP, .Reads = READS, .Writes = WRITES}
#define STD_TOUCH(NAME, READS, WRITES)                                         \
  TOUCH(NAME, READS, WRITES), TOUCH("std::" NAME, READS, WRITES)

static const Primitive Functions[] = {
    STD_TOUCH("memcpy", 2, 1),
    STD_TOUCH("memmove", 2, 1),
    STD_TOUCH("memset", 0, 1),
    STD_TOUCH("memcmp", 3, 0),
    STD_TOUCH("memchr", 1, 0),
    STD_TOUCH("strcpy", 2, 1),
    STD_TOUCH("strncpy", 2, 1),
    STD_TOUCH("strcat", 2, 1),
    STD_TOUCH("strncat", 2, 1),
    STD_TOUCH("strcmp", 3, 0),
    STD_TOUCH("strncmp", 3, 0),
    STD_TOUCH("strlen", 1, 0),
    STD_TOUCH("strchr", 1, 0),
    STD_TOUCH("strrchr", 1, 0),
    STD_TOUCH("strstr", 3, 0),
    STD_TOUCH("strtok", 0, 1),
    STD_TOUCH("atoi", 1, 0),
    STD_TOUCH("atol", 1, 0),
    STD_TOUCH("puts", 1, 0),
    STD_TOUCH("fputs", 1, 0),
    STD_TOUCH("fgets", 0, 1),
    STD_TOUCH("fread", 0, 1),
    STD_TOUCH("fwrite", 1, 0),
    STD_TOUCH("sprintf", 0, 1),
    STD_TOUCH("snprintf", 0, 1),
    STD_TOUCH("vsnprintf", 0, 1),
    STD_TOUCH("scanf", 0, 0xfffe),
    STD_TOUCH("fscanf", 0, 0xfffc),
    STD_TOUCH("sscanf", 1, 0xfffc),
    TOUCH("gets", 0, 1),
    TRANSFER("read", Receive, 0, 2),
    TRANSFER("recv", Receive, 0, 2),
    TRANSFER("write", Send, 2, 0),
    TRANSFER("send", Send, 2, 0),
    TOUCH("bzero", 0, 1),
    TOUCH("bcopy", 1, 2),
    TOUCH("stpcpy", 2, 1),
    TOUCH("strlcpy", 2, 1),
    TOUCH("strlcat", 2, 1),
    STD_TOUCH("qsort", 0, 1),
    TOUCH("gettimeofday", 0, 1),
    TOUCH("clock_gettime", 0, 2),
    {.Name = "malloc", .What = Op::Allocate},
    {.Name = "calloc", .What = Op::Allocate},
    {.Name = "aligned_alloc", .What = Op::Allocate},
    {.Name = "strdup", .What = Op::Allocate},
    {.Name = "strndup", .What = Op::Allocate},
    {.Name = "std::malloc", .What = Op::Allocate},
    {.Name = "std::calloc", .What = Op::Allocate},
    {.Name = "free", .What = Op::Free},
    {.Name = "std::free", .What = Op::Free},
};

PrimitiveTable libcPrimitives() { return {Functions, {}}; }

} // namespace heddle
