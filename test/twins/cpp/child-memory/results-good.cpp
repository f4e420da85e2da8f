// A child returns its part as its exit status.
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

namespace {
int Sum = 0;

void work(int Part) {
  ::_exit(Part);
}
} // namespace

int main() {
  for (int Part = 1; Part <= 3; ++Part)
    if (fork() == 0)
      work(Part);
  int Status = 0;
  while (wait(&Status) > 0)
    Sum += WEXITSTATUS(Status);
  std::printf("%d\n", Sum);
}
