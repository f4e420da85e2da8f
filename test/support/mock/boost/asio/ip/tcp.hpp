#pragma once
#include "boost/asio/awaitable.hpp"

namespace boost::asio {
#include "asio/mock_tcp.inc"
} // namespace boost::asio
