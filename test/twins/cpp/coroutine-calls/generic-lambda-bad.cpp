// A generic lambda, called twice, reads from the terminal.
#include "cppcoro/task.hpp"
#include <iostream>
#include <sstream>

cppcoro::task<long> readTwo() {
  auto next = [](auto number, std::istream &from) {
    (void)from;
    std::cin >> number; // BUG: blocking-in-coroutine
    return number;
  };
  std::istringstream text("1 2");
  co_return next(0, text) + next(0L, text);
}
