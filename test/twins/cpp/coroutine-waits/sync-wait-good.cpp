// A coroutine awaits another.
#include "cppcoro/io_service.hpp"

using namespace std::chrono_literals;

cppcoro::task<> inner(cppcoro::io_service &Service) { co_await Service.schedule_after(10ms); }

cppcoro::task<> outer(cppcoro::io_service &Service) {
  co_await Service.schedule();
  co_await inner(Service);
}

int main() {
  cppcoro::io_service Service;
  cppcoro::sync_wait(outer(Service));
}
