// The coroutine waits for a promise's future.
#include "cppcoro/io_service.hpp"
#include <future>

cppcoro::task<int> result(cppcoro::io_service &Service, std::future<int> Answer) {
  (void)Service;
  co_return Answer.get(); // BUG: blocking-in-coroutine
}
