// The callback is handed to an event loop, which calls it outside of the handler.
#include <csignal>
#include <cstdio>
#include <vector>

class Loop {
public:
  using Callback = void (*)(int);
  void onSignal(int Number, Callback What) { Watched.push_back({Number, What}); }
  void run() {
    sigset_t Set;
    sigemptyset(&Set);
    for (const auto &W : Watched)
      sigaddset(&Set, W.Number);
    sigprocmask(SIG_BLOCK, &Set, nullptr);
    std::raise(SIGINT);
    int Number = 0;
    if (sigwait(&Set, &Number) == 0)
      for (const auto &W : Watched)
        if (W.Number == Number)
          W.What(Number);
  }

private:
  struct Watch {
    int Number;
    Callback What;
  };
  std::vector<Watch> Watched;
};

static void report(int Number) {
  std::printf("signal %d\n", Number);
}

int main() {
  Loop L;
  L.onSignal(SIGINT, report);
  L.run();
}
