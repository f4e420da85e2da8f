// Handlers that do what they may, and threads within main.
// RUN: %check_heddle %s

#include <atomic>
#include <csignal>
#include <thread>

static std::atomic<bool> Stop;
static std::atomic_flag Once = ATOMIC_FLAG_INIT;

static void onInterrupt(int) {
  Stop = true;
  Once.test_and_set();
}

static void serve() {}

int main() {
  std::signal(SIGINT, onInterrupt);
  std::thread Server(serve);
  while (!Stop)
    std::this_thread::yield();
  Server.join();
}
