// A handler writes to std::cerr (tsan-cannot-see signals).
#include <csignal>
#include <iostream>
#include <unistd.h>

namespace {

void onInterrupt(int Signal) {
  std::cerr << "signal " << Signal << std::endl; // BUG: process-unsafe-entry
}

} // namespace

int main() {
  std::signal(SIGINT, onInterrupt);
  std::raise(SIGINT);
  std::cout << "done\n";
}
