// A detached thread that never ends uses a vector that is never destroyed.
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

static std::mutex M;
static std::vector<std::string> &Lines = *new std::vector<std::string>;

static void collect() {
  while (true) {
    std::lock_guard Guard(M);
    Lines.push_back("a line that does not fit into the string itself");
    if (Lines.size() > 100)
      Lines.clear();
  }
}

int main() {
  std::thread(collect).detach();
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  return 0;
}
