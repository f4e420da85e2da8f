// The branch that sleeps is not compiled in.
#include "cppcoro/io_service.hpp"
#include <thread>

using namespace std::chrono_literals;

template <bool Simulated> cppcoro::task<> pause(cppcoro::io_service &Service) {
  if constexpr (Simulated)
    std::this_thread::sleep_for(100ms);
  else
    co_await Service.schedule_after(100ms);
  co_return;
}

cppcoro::task<> session(cppcoro::io_service &Service) {
  co_await pause<false>(Service);
}
