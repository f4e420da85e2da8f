// A sleep of zero only gives the processor away.
#include "cppcoro/task.hpp"
#include <chrono>
#include <thread>

cppcoro::task<int> sum(const int *Numbers, int Count) {
  int Sum = 0;
  for (int I = 0; I < Count; ++I) {
    Sum += Numbers[I];
    if (I % 1000 == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(0));
  }
  co_return Sum;
}

cppcoro::task<> run(int &Out) {
  static const int Numbers[4] = {1, 2, 3, 4};
  Out = co_await sum(Numbers, 4);
}
