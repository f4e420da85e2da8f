// The promise keeps the error.
#include <coroutine>
#include <exception>
#include <unistd.h>

extern int LogFile;

struct Job {
  struct promise_type {
    Job get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {
      Error = std::current_exception();
    }
    std::exception_ptr Error;
  };
};

Job run(int Steps) {
  while (Steps-- > 0)
    co_await std::suspend_always{};
}
