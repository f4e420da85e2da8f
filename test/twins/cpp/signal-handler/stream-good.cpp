// A handler calls write.
#include <csignal>
#include <iostream>
#include <unistd.h>

namespace {

void onInterrupt(int Signal) {
  (void)Signal;
  [[maybe_unused]] auto Written = ::write(STDERR_FILENO, "signal\n", 7);
}

} // namespace

int main() {
  std::signal(SIGINT, onInterrupt);
  std::raise(SIGINT);
  std::cout << "done\n";
}
