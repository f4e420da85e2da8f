// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// Which threads may be running.

#include <future>
#include <thread>
#include <utility>

static int X;
static void worker() { X = 0; }
static void other() { X = 1; }

void joined() {
  X = 1; // point: before
  // CHECK: before: held {} dropped {} running {}
  std::thread One(worker);
  X = 2; // point: started
  // CHECK: started: held {} dropped {} running {worker}
  std::thread Two(other);
  X = 3; // point: both
  // CHECK: both: held {} dropped {} running {worker, other}
  One.join();
  X = 4; // point: one-left
  // CHECK: one-left: held {} dropped {} running {other}
  Two.join();
  X = 5; // point: none-left
  // CHECK: none-left: held {} dropped {} running {}
}

void moved() {
  std::thread One(worker);
  std::thread Two = std::move(One);
  X = 1; // point: moved
  // CHECK: moved: held {} dropped {} running {worker}
  Two.join();
  X = 2; // point: moved-joined
  // CHECK: moved-joined: held {} dropped {} running {}
}

void detached() {
  std::thread One(worker);
  One.detach();
  X = 1; // point: detached
  // CHECK: detached: held {} dropped {} running {worker}
}

void destroyed() {
  {
    std::jthread One(worker);
    X = 1; // point: jthread
    // CHECK: jthread: held {} dropped {} running {worker}
  }
  X = 2; // point: jthread-gone
  // CHECK: jthread-gone: held {} dropped {} running {}
}

void task() {
  auto Answer = std::async(std::launch::async, worker);
  X = 1; // point: async
  // CHECK: async: held {} dropped {} running {worker}
  Answer.get();
  X = 2; // point: async-got
  // CHECK: async-got: held {} dropped {} running {}
}

void branch(bool Parallel) {
  std::thread One;
  if (Parallel)
    One = std::thread(worker);
  X = 1; // point: branch
  // CHECK: branch: held {} dropped {} running {worker}
  // CHECK: branch: held {} dropped {} running {}
  if (Parallel)
    One.join();
  X = 2; // point: branch-joined
  // CHECK: branch-joined: held {} dropped {} running {}
}

static std::thread start() { return std::thread(worker); }
void byFunction() {
  std::thread One = start();
  X = 1; // point: returned
  // CHECK: returned: held {} dropped {} running {worker}
  One.join();
  X = 2; // point: returned-joined
  // CHECK: returned-joined: held {} dropped {} running {}
}

int main() {
  joined();
  moved();
  detached();
  destroyed();
  task();
  branch(true);
  byFunction();
  return 0;
}
// CHECK: thread main
// CHECK-NEXT: thread worker started at line [[@LINE-84]]
// CHECK-NEXT: thread other started at line [[@LINE-82]]
// CHECK-NEXT: thread worker started at line [[@LINE-71]]
// CHECK-NEXT: thread worker started at line [[@LINE-62]]
// CHECK-NEXT: thread worker started at line [[@LINE-55]]
// CHECK-NEXT: thread worker started at line [[@LINE-47]]
// CHECK-NEXT: thread worker started at line [[@LINE-37]]
// CHECK-NEXT: thread worker started at line [[@LINE-28]]
