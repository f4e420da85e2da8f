// The pause for the debugger is switched off.
#include "cppcoro/task.hpp"
#include <unistd.h>

namespace config {
constexpr bool waitForDebugger = false;
}

static void attachPoint()
{
    if (config::waitForDebugger)
        sleep(30);
}

cppcoro::task<> begin()
{
    attachPoint();
    co_return;
}
