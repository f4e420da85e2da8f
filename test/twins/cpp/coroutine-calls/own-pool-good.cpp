// The job is put into the pool's queue, which its threads empty.
#include "cppcoro/task.hpp"
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class Workers {
public:
  explicit Workers(unsigned Count) {
    for (unsigned I = 0; I < Count; ++I)
      Threads.emplace_back([this](std::stop_token Stop) { run(Stop); });
  }
  void submit(std::function<void()> Job) {
    {
      std::lock_guard Lock(Mutex);
      Jobs.push_back(std::move(Job));
    }
    Changed.notify_one();
  }

private:
  void run(std::stop_token Stop) {
    while (!Stop.stop_requested()) {
      std::unique_lock Lock(Mutex);
      Changed.wait(Lock, Stop, [this] { return !Jobs.empty(); });
      if (Jobs.empty())
        return;
      auto Job = std::move(Jobs.front());
      Jobs.pop_front();
      Lock.unlock();
      Job();
    }
  }
  std::mutex Mutex;
  std::condition_variable_any Changed;
  std::deque<std::function<void()>> Jobs;
  std::vector<std::jthread> Threads;
};

cppcoro::task<> schedule(Workers &On) {
  On.submit([] {
    std::this_thread::sleep_for(std::chrono::seconds(5));
  });
  co_return;
}
