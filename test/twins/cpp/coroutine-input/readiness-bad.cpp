// The coroutine reads first and asks afterwards.
#include "cppcoro/task.hpp"
#include <unistd.h>

struct Readable {
  int Descriptor;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>);
  void await_resume() {}
};

cppcoro::task<long> next(int Descriptor) {
  char Buffer[64];
  long Got = read(STDIN_FILENO, Buffer, sizeof Buffer); // BUG: blocking-in-coroutine
  co_await Readable{Descriptor};
  co_return Got;
}
