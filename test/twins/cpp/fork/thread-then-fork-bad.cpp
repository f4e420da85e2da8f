// A std::thread runs while the process forks; the child makes a string (tsan-cannot-see processes).
#include <cstdio>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

static void fill(std::string &Text) {
  for (int I = 0; I < 1000; ++I)
    Text += 'x';
}

int main() {
  std::string Text;
  std::thread Filler(fill, std::ref(Text));
  const pid_t Child = fork(); // BUG: process-unsafe-entry
  if (Child == 0) {
    std::string Own = "child " + std::to_string(getpid());
    std::puts(Own.c_str());
    std::fflush(stdout);
    _exit(0);
  }
  waitpid(Child, nullptr, 0);
  Filler.join();
}
