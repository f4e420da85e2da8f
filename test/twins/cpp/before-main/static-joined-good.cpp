// A static object's thread, joined by its destructor, uses nothing but its own object.
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Flusher {
public:
  Flusher() : Thread([this] { run(); }) {}
  ~Flusher() {
    Done.store(true);
    Thread.join();
  }

private:
  void run() {
    while (!Done.load()) {
      std::this_thread::yield();
    }
  }
  std::atomic<bool> Done{false};
  std::thread Thread;
};

static Flusher TheFlusher;

int main() { return 0; }
