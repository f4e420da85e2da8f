// main detaches the thread.
#include <chrono>
#include <cstdio>
#include <thread>

static bool startWatchdog() {
  std::thread([] {
    for (;;)
      std::this_thread::sleep_for(std::chrono::seconds(1));
  }).detach();
  return true;
}

static bool Watching = false;

int main() {
  Watching = startWatchdog();
  std::puts(Watching ? "watching" : "alone");
}
