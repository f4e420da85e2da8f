// The handler swaps a heap object (tsan-cannot-see signals).
#include <atomic>
#include <csignal>

struct Settings {
  int Level = 1;
};

static Settings *Current = new Settings;
static volatile std::sig_atomic_t Reload = 0;

static void swap() {
  Settings *Old = Current; // BUG: process-unsafe-entry
  Current = new Settings{2}; // BUG: process-unsafe-entry
  delete Old; // BUG: process-unsafe-entry
}

static void onHangup(int) {
  swap();
  Reload = 1;
}

int main() {
  std::signal(SIGHUP, onHangup);
  int Sum = 0;
  for (int I = 0; I < 3; ++I) {
    std::raise(SIGHUP);
    if (Reload) {
      Reload = 0;
    }
    Sum += Current->Level;
  }
  return Sum > 100;
}
