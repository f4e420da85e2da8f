// The generic lambda reads from whatever stream it is given: a string.
#include "cppcoro/task.hpp"
#include <iostream>
#include <sstream>

cppcoro::task<long> readTwo() {
  auto next = [](auto number, std::istream &from) {
    from >> number;
    return number;
  };
  std::istringstream text("1 2");
  co_return next(0, text) + next(0L, text);
}
