// The coroutine looks whether the future is ready, and suspends while it is not.
#include "cppcoro/io_service.hpp"
#include <future>

cppcoro::task<int> result(cppcoro::io_service &Service, std::future<int> Answer) {
  while (Answer.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
    co_await Service.schedule();
  (void)Service;
  co_return Answer.get();
}
