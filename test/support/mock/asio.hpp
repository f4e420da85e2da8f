// The shape of Asio; the real headers say the same names.
#pragma once
#include "asio/awaitable.hpp"
#include "asio/ip/tcp.hpp"
#include "asio/steady_timer.hpp"
