// A static object's thread, joined by its destructor, uses an object of another file (tsan-cannot-see the order).
#include <atomic>
#include <string>
#include <thread>
#include <vector>

extern std::vector<std::string> Queue;

class Flusher {
public:
  Flusher() : Thread([this] { run(); }) {} // BUG: process-unsafe-entry
  ~Flusher() {
    Done.store(true);
    Thread.join();
  }

private:
  void run() {
    while (!Done.load()) {
      Queue.clear();
      std::this_thread::yield();
    }
  }
  std::atomic<bool> Done{false};
  std::thread Thread;
};

static Flusher TheFlusher; // BUG: process-unsafe-entry

int main() { return Queue.empty(); }
