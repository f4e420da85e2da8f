// The coroutine reads when the descriptor is known to be readable.
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
  co_await Readable{Descriptor};
  long Got = read(Descriptor, Buffer, sizeof Buffer);
  co_return Got;
}
