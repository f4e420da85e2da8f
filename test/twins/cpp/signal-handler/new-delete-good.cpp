// The handler asks for the swap, the loop does it.
#include <atomic>
#include <csignal>

struct Settings {
  int Level = 1;
};

static Settings *Current = new Settings;
static volatile std::sig_atomic_t Reload = 0;

static void swap() {
  Settings *Old = Current;
  Current = new Settings{2};
  delete Old;
}

static void onHangup(int) {
  Reload = 1;
}

int main() {
  std::signal(SIGHUP, onHangup);
  int Sum = 0;
  for (int I = 0; I < 3; ++I) {
    std::raise(SIGHUP);
    if (Reload) {
      Reload = 0;
      swap();
    }
    Sum += Current->Level;
  }
  return Sum > 100;
}
