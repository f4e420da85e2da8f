// The handler logs through a singleton that is made at its first use (tsan-cannot-see signals).
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
    std::fprintf(File, "%.*s\n", static_cast<int>(Text.size()), Text.data()); // BUG: process-unsafe-entry
  }

private:
  Log() : File(std::fopen("/dev/null", "w")) {} // BUG: process-unsafe-entry
  std::FILE *File;
};

static void onSignal(int) { Log::instance().line("signal"); }

int main() {
  std::signal(SIGTERM, onSignal);
  std::raise(SIGTERM);
}
