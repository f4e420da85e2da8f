// The coroutine awaits a timer of its own loop.
#include <chrono>
#include <coroutine>
#include <queue>
#include <thread>

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

using Clock = std::chrono::steady_clock;
struct Entry {
  Clock::time_point When;
  std::coroutine_handle<> Who;
  bool operator<(const Entry &Other) const { return When > Other.When; }
};
std::priority_queue<Entry> Timers;

struct Delay {
  Clock::duration For;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<> Handle) { Timers.push({Clock::now() + For, Handle}); }
  void await_resume() {}
};

Task blink(int Times) {
  using namespace std::chrono_literals;
  for (int I = 0; I < Times; ++I) {
    co_await Delay{1ms};
    co_await Delay{5ms};
  }
}

int main() {
  blink(3);
  while (!Timers.empty()) {
    Entry Next = Timers.top();
    Timers.pop();
    // The loop itself may sleep.
    std::this_thread::sleep_until(Next.When);
    Next.Who.resume();
  }
}
