// A guard that is gone at the end of its own line, or that locks nothing.
// RUN: %overlap %s --checks=bugprone-unused-raii,clang-diagnostic-vexing-parse

#include <mutex>
#include <thread>

static std::mutex Mutex;
static int Hits;

static void temporary() {
  std::lock_guard<std::mutex>{Mutex}; // REPORTS: bugprone-unused-raii
  ++Hits; // REPORTS: heddle-unlocked-global
}

static void declaration() {
  std::unique_lock<std::mutex>(Mutex); // REPORTS: clang-diagnostic-vexing-parse
  ++Hits; // REPORTS: heddle-unlocked-global
}

static void sound() {
  std::lock_guard<std::mutex> Lock(Mutex);
  ++Hits;
}

int main() {
  std::thread One(temporary), Two(declaration), Three(sound);
  One.join();
  Two.join();
  Three.join();
}
