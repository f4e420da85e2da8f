// The thread is joined first.
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
  Filler.join();
  const pid_t Child = fork();
  if (Child == 0) {
    std::string Own = "child " + std::to_string(getpid());
    std::puts(Own.c_str());
    std::fflush(stdout);
    _exit(0);
  }
  waitpid(Child, nullptr, 0);
}
