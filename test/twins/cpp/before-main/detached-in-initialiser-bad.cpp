// The initialiser of a global detaches a thread (tsan-cannot-see the order).
#include <chrono>
#include <cstdio>
#include <thread>

static bool startWatchdog() {
  std::thread([] { // BUG: process-unsafe-entry
    for (;;)
      std::this_thread::sleep_for(std::chrono::seconds(1));
  }).detach(); // BUG: process-unsafe-entry
  return true;
}

static const bool Watching = startWatchdog(); // BUG: process-unsafe-entry

int main() {
  std::puts(Watching ? "watching" : "alone");
}
