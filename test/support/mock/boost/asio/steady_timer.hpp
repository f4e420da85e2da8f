#pragma once
#include "boost/asio/awaitable.hpp"

namespace boost::asio {
#include "asio/mock_timer.inc"
} // namespace boost::asio
