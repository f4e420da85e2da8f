// The function that looks at the flag throws.
#include <csignal>
#include <cstdio>
#include <stdexcept>

static volatile std::sig_atomic_t Interrupted;

static void handle(int) {
  Interrupted = 1;
}

static void work() {
  for (int I = 0; I < 10; ++I) {
    std::raise(SIGINT);
    if (Interrupted)
      throw std::runtime_error("interrupted");
  }
}

int main() {
  std::signal(SIGINT, handle);
  try {
    work();
  } catch (const std::exception &E) {
    std::puts(E.what());
  }
}
