//===- event_loops_in_processes.cpp - many coroutines on several cores ---===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One event loop keeps one core busy, so there is one in each process. Each runs
// its share of the work as coroutines, which change places where they wait.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/gather.h"
#include "heddle/rt/aio/run.h"
#include "heddle/rt/aio/sleep.h"
#include "heddle/rt/mp/process.h"
#include "heddle/rt/mp/queue.h"
#include <cstdio>
#include <set>

namespace aio = heddle::rt::aio;
namespace mp = heddle::rt::mp;
using namespace std::chrono_literals;

struct page {
  int number = 0;
  pid_t fetched_by = 0;
};

/// A sleep in place of a request.
static aio::task<page> fetch(int number) {
  co_await aio::sleep(20ms);
  co_return page{number, mp::current_process().pid};
}

static aio::task<std::vector<page>> fetch_all(int first, int count) {
  std::vector<aio::task<page>> requests;
  for (int i = 0; i < count; ++i)
    requests.push_back(fetch(first + i));
  co_return co_await aio::gather(std::move(requests));
}

static void work(int first, int count, mp::queue<page> results) {
  for (const page &one : aio::run(fetch_all(first, count)))
    results.put(one);
}

int main() {
  mp::queue<page> results;
  mp::process low(work, 0, 5, results);
  mp::process high(work, 5, 5, results);
  std::set<int> numbers;
  std::set<pid_t> processes;
  while (numbers.size() < 10) {
    page one = results.get();
    numbers.insert(one.number);
    processes.insert(one.fetched_by);
  }
  std::printf("%zu pages by %zu processes, each with its loop\n", numbers.size(), processes.size());
}

// CHECK: 10 pages by 2 processes, each with its loop
