// A thread waits on it; the coroutine only notifies.
#include "cppcoro/task.hpp"
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

class Channel {
public:
  void push(int Value) {
    std::lock_guard Lock(Mutex);
    Values.push_back(Value);
    Changed.notify_one();
  }
  int pop() {
    std::unique_lock Lock(Mutex);
    Changed.wait(Lock, [this] { return !Values.empty(); });
    int Value = Values.front();
    Values.pop_front();
    return Value;
  }

private:
  std::mutex Mutex;
  std::condition_variable Changed;
  std::deque<int> Values;
};

cppcoro::task<> consume(Channel &From, long &Sum) {
  From.push(static_cast<int>(Sum));
  co_return;
}

void drain(Channel &From) { From.pop(); }
