// The coroutine opens a file for reading: it is there.
#include "cppcoro/task.hpp"
#include <cstdio>
#include <string>

cppcoro::task<std::string> version() {
  char line[128] = "";
  FILE *in = fopen("VERSION", "r");
  if (!in)
    co_return "unknown";
  if (!fgets(line, sizeof line, in))
    line[0] = '\0';
  fclose(in);
  co_return line;
}
