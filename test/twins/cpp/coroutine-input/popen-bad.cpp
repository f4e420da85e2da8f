// The coroutine runs a program and waits for what it says.
#include "cppcoro/task.hpp"
#include <cstdio>
#include <string>

cppcoro::task<std::string> version() {
  char line[128] = "";
  FILE *in = popen("git --version", "r");
  if (!in)
    co_return "unknown";
  if (!fgets(line, sizeof line, in)) // BUG: blocking-in-coroutine
    line[0] = '\0';
  pclose(in); // BUG: blocking-in-coroutine
  co_return line;
}
