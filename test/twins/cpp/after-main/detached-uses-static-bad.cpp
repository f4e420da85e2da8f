// A detached thread that never ends uses a global vector, which main's return destroys (tsan-cannot-see the end).
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

static std::mutex M;
static std::vector<std::string> Lines;

static void collect() {
  while (true) {
    std::lock_guard Guard(M);
    Lines.push_back("a line that does not fit into the string itself"); // BUG: process-unsafe-entry
    if (Lines.size() > 100)
      Lines.clear();
  }
}

int main() {
  std::thread(collect).detach(); // BUG: process-unsafe-entry
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  return 0;
}
