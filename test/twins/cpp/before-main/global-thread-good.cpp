// The global that the thread uses is made first.
#include <mutex>
#include <string>
#include <thread>

static std::mutex M;
static std::string Name = "worker with a name that is long enough for the heap";
static std::string &nameOf();

static void work() {
  std::lock_guard Guard(M);
  nameOf() += '.';
}

struct Background {
  std::thread Thread;
  Background() : Thread(work) {}
  ~Background() { Thread.join(); }
};

static Background Started;
static std::string &nameOf() { return Name; }

int main() {
  std::lock_guard Guard(M);
  return nameOf().size() == 3;
}
