// A table of functions none of which blocks is called through.
#include "cppcoro/task.hpp"
#include <cstdio>

static int fromConstant() { return 3; }
static int fromUser() {
  int Number = 0;
  std::sscanf("17", "%d", &Number);
  return Number;
}

static int (*const Sources[])() = {fromConstant, fromUser};
static int (*Chosen)() = fromUser;

cppcoro::task<int> next() { co_return Chosen() + 1; }
