#pragma once
#include "asio/awaitable.hpp"

namespace asio {
#include "asio/mock_timer.inc"
} // namespace asio
