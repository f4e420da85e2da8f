// A lambda is the handler, and sets an atomic.
#include <atomic>
#include <csignal>
#include <string>

static std::atomic<int> LastSignal{0};
static std::string Message;

int main() {
  std::signal(SIGTERM, [](int Signal) {
    LastSignal = Signal;
  });
  std::raise(SIGTERM);
  Message = "signal " + std::to_string(LastSignal);
  return Message.size() > 100;
}
