#pragma once
#include "seastar/core/coroutine.hh"
#include <chrono>

namespace seastar {
template <class Clock = std::chrono::steady_clock, class Rep, class Period>
future<> sleep(std::chrono::duration<Rep, Period>) {
  return {};
}
} // namespace seastar
