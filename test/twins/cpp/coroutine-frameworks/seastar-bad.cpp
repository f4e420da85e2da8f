// A sleep of the standard library on a shard of Seastar.
#include "seastar/core/sleep.hh"
#include <chrono>
#include <thread>

using namespace std::chrono_literals;

class service {
  int _errors = 0;

public:
  seastar::future<int> probe() {
    for (int i = 0; i < 3; ++i) {
      std::this_thread::sleep_for(10ms); // BUG: blocking-in-coroutine
      _errors += i == 2;
    }
    co_return _errors;
  }
};
