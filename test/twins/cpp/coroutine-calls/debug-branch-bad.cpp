// A pause for the debugger is left in.
#include "cppcoro/task.hpp"
#include <unistd.h>

namespace config {
constexpr bool waitForDebugger = true;
}

static void attachPoint()
{
    if (config::waitForDebugger)
        sleep(30); // BUG: blocking-in-coroutine
}

cppcoro::task<> begin()
{
    attachPoint();
    co_return;
}
