#pragma once
#include "folly/coro/Task.h"
#include <chrono>

namespace folly::coro {
using HighResDuration = std::chrono::microseconds;
inline Task<void> sleep(HighResDuration) { return {}; }
} // namespace folly::coro
