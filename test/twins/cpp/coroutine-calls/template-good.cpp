// A template coroutine whose argument's function is a coroutine itself.
#include "cppcoro/io_service.hpp"
#include <chrono>
#include <thread>

using namespace std::chrono_literals;

struct Blocking {
  void pause() {
    std::this_thread::sleep_for(1s);
  }
};
struct Suspending {
  cppcoro::io_service &Service;
  cppcoro::task<> pause() { co_await Service.schedule_after(1s); }
};

template <class Policy> cppcoro::task<> poll(Policy &By, int Rounds) {
  while (Rounds-- > 0) {
    if constexpr (requires { By.Service; })
      co_await By.pause();
    else
      By.pause();
  }
  co_return;
}

cppcoro::task<> all(cppcoro::io_service &Service) {
  Suspending By{Service};
  co_await poll(By, 3);
}
