// Waiting for an atomic to change.
#include "cppcoro/io_service.hpp"
#include <atomic>

std::atomic<int> Phase;

cppcoro::task<> secondPhase(cppcoro::io_service &Service) {
  Phase.wait(0); // BUG: blocking-in-coroutine
  co_await Service.schedule();
  Phase.store(2);
}
