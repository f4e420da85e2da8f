// A lambda is the handler, and makes a string (tsan-cannot-see signals).
#include <atomic>
#include <csignal>
#include <string>

static std::atomic<int> LastSignal{0};
static std::string Message;

int main() {
  std::signal(SIGTERM, [](int Signal) {
    Message = "signal " + std::to_string(Signal); // BUG: process-unsafe-entry
    LastSignal = Signal;
  });
  std::raise(SIGTERM);
  Message = "signal " + std::to_string(LastSignal);
  return Message.size() > 100;
}
