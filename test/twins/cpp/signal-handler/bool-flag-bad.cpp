// The loop tests a plain bool that the handler sets (tsan-cannot-see signals).
#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

static bool Running = true;

static void stop(int) { Running = false; } // BUG: process-unsafe-entry

int main() {
  struct sigaction Action {};
  Action.sa_handler = stop;
  sigaction(SIGALRM, &Action, nullptr);
  using namespace std::chrono_literals;
  while (Running) // BUG: process-unsafe-entry
    std::this_thread::sleep_for(1ms);
}
