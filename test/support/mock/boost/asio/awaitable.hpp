#pragma once
#include <chrono>
#include <coroutine>
#include <cstddef>
#include <memory>
#include <string>
#include <system_error>
#include <type_traits>
#include <utility>

namespace boost::asio {
#include "asio/mock.inc"
} // namespace boost::asio
