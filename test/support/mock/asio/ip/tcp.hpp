#pragma once
#include "asio/awaitable.hpp"

namespace asio {
#include "asio/mock_tcp.inc"
} // namespace asio
