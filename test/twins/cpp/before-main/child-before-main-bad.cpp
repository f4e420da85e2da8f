// A global is initialised by a function that forks, and the child goes on to main (tsan-cannot-see processes).
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

static pid_t split() {
  pid_t Pid = fork(); // BUG: process-unsafe-entry
  if (Pid < 0)
    std::abort();
  return Pid;
}

static const pid_t Other = split(); // BUG: process-unsafe-entry

int main() {
  if (Other > 0)
    waitpid(Other, nullptr, 0);
  std::printf("%d\n", Other > 0);
}
