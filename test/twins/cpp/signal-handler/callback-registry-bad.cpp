// The handler calls what was registered in a std::function, which prints (tsan-cannot-see signals).
#include <csignal>
#include <cstdio>
#include <functional>

static std::function<void(int)> Callback;
static volatile std::sig_atomic_t Pending;

static void dispatch(int Signal) {
  if (Callback)
    Callback(Signal);
  Pending = Signal;
}

int main() {
  Callback = [](int Signal) {
    std::printf("got %d\n", Signal); // BUG: process-unsafe-entry
  };
  std::signal(SIGQUIT, dispatch);
  std::raise(SIGQUIT);
}
