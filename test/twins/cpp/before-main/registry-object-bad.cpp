// A namespace-scope object starts a thread in its constructor and nobody joins it (tsan-cannot-see the order).
#include <atomic>
#include <thread>

namespace metrics {

class Reporter {
public:
  Reporter() { Thread = new std::thread(&Reporter::run, this); } // BUG: process-unsafe-entry

private:
  void run() {
    while (!Stop)
      std::this_thread::yield();
  }
  std::atomic<bool> Stop{false};
  std::thread *Thread;
};

Reporter Instance; // BUG: process-unsafe-entry

} // namespace metrics

int main() {
}
