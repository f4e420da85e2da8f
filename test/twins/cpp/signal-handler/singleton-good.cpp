// The handler uses an object that was made before main, with nothing but write.
#include <csignal>
#include <cstdio>
#include <string_view>
#include <unistd.h>

class Log {
public:
  static Log &instance() {
    static Log Only;
    return Only;
  }
  void line(std::string_view Text) {
    [[maybe_unused]] auto Size = ::write(Descriptor, Text.data(), Text.size());
  }

private:
  constexpr Log() = default;
  int Descriptor = 2;
};

static void onSignal(int) { Log::instance().line("signal"); }

int main() {
  std::signal(SIGTERM, onSignal);
  std::raise(SIGTERM);
}
