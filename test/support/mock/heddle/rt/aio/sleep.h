#pragma once
#include "heddle/rt/aio/task.h"
#include <chrono>

namespace heddle::rt::aio {
inline task<void> sleep(std::chrono::nanoseconds) { return {}; }
} // namespace heddle::rt::aio
