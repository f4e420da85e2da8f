// An asynchronous generator awaits between its values.
#include "cppcoro/generator.hpp"
#include "cppcoro/io_service.hpp"
#include <unistd.h>

cppcoro::async_generator<int> ticks(cppcoro::io_service &Service, int Count) {
  for (int I = 0; I < Count; ++I) {
    co_await Service.schedule();
    co_await Service.schedule_after(std::chrono::milliseconds(50));
    co_yield I;
  }
}

cppcoro::task<int> sum(cppcoro::io_service &Service) {
  int Sum = 0;
  auto Ticks = ticks(Service, 5);
  while (co_await Ticks.next())
    Sum += Ticks.value();
  co_return Sum;
}
