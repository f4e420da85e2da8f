// A global thread is started before the global that it uses is made (tsan-cannot-see the order).
#include <mutex>
#include <string>
#include <thread>

static std::mutex M;
static std::string &nameOf();

static void work() {
  std::lock_guard Guard(M);
  nameOf() += '.';
}

struct Background {
  std::thread Thread;
  Background() : Thread(work) {} // BUG: process-unsafe-entry
  ~Background() { Thread.join(); }
};

static Background Started; // BUG: process-unsafe-entry
static std::string Name = "worker with a name that is long enough for the heap";
static std::string &nameOf() { return Name; }

int main() {
  std::lock_guard Guard(M);
  return nameOf().size() == 3;
}
