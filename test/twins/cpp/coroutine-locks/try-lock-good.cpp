// try_lock() on a mutex that a thread holds during input.
#include "cppcoro/io_service.hpp"
#include <iostream>
#include <mutex>
#include <string>

static std::mutex consoleMutex;
static std::string lastLine;

void readConsole() {
  std::lock_guard<std::mutex> guard(consoleMutex);
  std::getline(std::cin, lastLine);
}

cppcoro::task<std::string> echo(cppcoro::io_service &service) {
  while (!consoleMutex.try_lock())
    co_await service.schedule();
  (void)service;
  std::string copy = lastLine;
  consoleMutex.unlock();
  co_return copy;
}
