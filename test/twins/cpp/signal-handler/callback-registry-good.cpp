// The loop calls what was registered in a std::function; the handler sets a flag.
#include <csignal>
#include <cstdio>
#include <functional>

static std::function<void(int)> Callback;
static volatile std::sig_atomic_t Pending;

static void dispatch(int Signal) {
  Pending = Signal;
}

int main() {
  Callback = [](int Signal) {
    std::printf("got %d\n", Signal);
  };
  std::signal(SIGQUIT, dispatch);
  std::raise(SIGQUIT);
  if (Pending)
    Callback(Pending);
}
