// A static object's thread, joined by its destructor, uses an object of another file (tsan-cannot-see the order).
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>

extern std::map<int, std::string> Queue;
static std::mutex QueueMutex;

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
      {
        std::lock_guard Lock(QueueMutex);
        Queue.clear();
      }
      std::this_thread::yield();
    }
  }
  std::atomic<bool> Done{false};
  std::thread Thread;
};

static Flusher TheFlusher; // BUG: process-unsafe-entry

int main() {
  std::lock_guard Lock(QueueMutex);
  return Queue.empty();
}
