#pragma once
#include "cppcoro/static_thread_pool.hpp"
