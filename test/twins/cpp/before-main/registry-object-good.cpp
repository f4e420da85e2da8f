// A namespace-scope object starts a thread when main asks for it, and joins it at the end.
#include <atomic>
#include <thread>

namespace metrics {

class Reporter {
public:
  void start() { Thread = std::thread(&Reporter::run, this); }
  ~Reporter() {
    Stop = true;
    if (Thread.joinable())
      Thread.join();
  }

private:
  void run() {
    while (!Stop)
      std::this_thread::yield();
  }
  std::atomic<bool> Stop{false};
  std::thread Thread;
};

Reporter Instance;

} // namespace metrics

int main() {
  metrics::Instance.start();
}
