// A child adds to a global sum that the parent prints (tsan-cannot-see processes).
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

namespace {
int Sum = 0;

void work(int Part) {
  Sum += Part; // BUG: process-unsafe-entry
  ::_exit(0);
}
} // namespace

int main() {
  for (int Part = 1; Part <= 3; ++Part)
    if (fork() == 0)
      work(Part);
  int Status = 0;
  while (wait(&Status) > 0) {
  }
  std::printf("%d\n", Sum); // BUG: process-unsafe-entry
}
