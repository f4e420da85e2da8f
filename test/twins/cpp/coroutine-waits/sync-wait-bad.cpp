// A coroutine waits for another with sync_wait, and blocks the thread that both need.
#include "cppcoro/io_service.hpp"

using namespace std::chrono_literals;

cppcoro::task<> inner(cppcoro::io_service &Service) { co_await Service.schedule_after(10ms); }

cppcoro::task<> outer(cppcoro::io_service &Service) {
  co_await Service.schedule();
  cppcoro::sync_wait(inner(Service)); // BUG: blocking-in-coroutine
}

int main() {
  cppcoro::io_service Service;
  cppcoro::sync_wait(outer(Service));
}
