// main forks.
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

static pid_t split() {
  pid_t Pid = fork();
  if (Pid < 0)
    std::abort();
  return Pid;
}


int main() {
  const pid_t Other = split();
  if (Other > 0)
    waitpid(Other, nullptr, 0);
  std::printf("%d\n", Other > 0);
}
