// The coroutine reads a line from the terminal.
#include "cppcoro/task.hpp"
#include <iostream>
#include <sstream>

cppcoro::task<std::string> name(std::string Default) {
  std::string Line;
  std::cout << "name? " << std::flush;
  std::getline(std::cin, Line); // BUG: blocking-in-coroutine
  co_return Line.empty() ? Default : Line;
}
