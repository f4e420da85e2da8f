// The loop tests an atomic bool that the handler sets.
#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

static std::atomic<bool> Running{true};

static void stop(int) { Running = false; }

int main() {
  struct sigaction Action {};
  Action.sa_handler = stop;
  sigaction(SIGALRM, &Action, nullptr);
  using namespace std::chrono_literals;
  while (Running)
    std::this_thread::sleep_for(1ms);
}
