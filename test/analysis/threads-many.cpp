// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// Several threads of one start, in a container, and their joins in a loop.

#include <thread>
#include <vector>

static int X;
static void worker() { X = 0; }

void many() {
  std::vector<std::thread> All;
  for (int I = 0; I < 3; ++I) {
    X = 1; // point: starting
    // CHECK: starting: held {} dropped {} running {worker*}
    // CHECK: starting: held {} dropped {} running {}
    All.emplace_back(worker);
  }
  X = 2; // point: many
  // CHECK: many: held {} dropped {} running {worker*}
  for (auto &Each : All)
    Each.join();
  X = 3; // point: many-joined
  // CHECK: many-joined: held {} dropped {} running {}
}

void indexed() {
  std::thread All[3];
  for (int I = 0; I < 3; ++I)
    All[I] = std::thread(worker);
  X = 1; // point: indexed
  // CHECK: indexed: held {} dropped {} running {worker*}
  for (int I = 0; I < 3; ++I)
    All[I].join();
  X = 2; // point: indexed-joined
  // CHECK: indexed-joined: held {} dropped {} running {}
}

int main() {
  many();
  indexed();
  return 0;
}
// CHECK: thread main
// CHECK-NEXT: thread worker* started at line [[@LINE-28]]
// CHECK-NEXT: thread worker* started at line [[@LINE-16]]
// CHECK-NOT: thread
