// A sleep of Seastar.
#include "seastar/core/sleep.hh"
#include <chrono>
#include <thread>

using namespace std::chrono_literals;

class service {
  int _errors = 0;

public:
  seastar::future<int> probe() {
    for (int i = 0; i < 3; ++i) {
      co_await seastar::sleep(10ms);
      _errors += i == 2;
    }
    co_return _errors;
  }
};
