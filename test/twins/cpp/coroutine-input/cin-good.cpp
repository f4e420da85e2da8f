// The coroutine reads a line from a string.
#include "cppcoro/task.hpp"
#include <iostream>
#include <sstream>

cppcoro::task<std::string> name(std::string Default) {
  std::string Line;
  std::istringstream In(Default);
  std::getline(In, Line);
  co_return Line.empty() ? Default : Line;
}
