// Looking at an atomic, and suspending while it has not changed.
#include "cppcoro/io_service.hpp"
#include <atomic>

std::atomic<int> Phase;

cppcoro::task<> secondPhase(cppcoro::io_service &Service) {
  while (Phase.load() == 0)
    co_await Service.schedule();
  co_await Service.schedule();
  Phase.store(2);
}
