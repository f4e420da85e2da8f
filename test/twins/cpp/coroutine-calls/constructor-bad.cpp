// The constructor of a local object waits for a process.
#include "cppcoro/task.hpp"
#include <sys/wait.h>
#include <unistd.h>

class Command {
public:
  explicit Command(const char *Path) {
    Pid = fork();
    if (Pid == 0) {
      execl(Path, Path, nullptr);
      _exit(127);
    }
    waitpid(Pid, &Status, 0); // BUG: blocking-in-coroutine
  }
  int status() const { return Status; }

private:
  pid_t Pid = -1;
  int Status = 0;
};

cppcoro::task<int> build() {
  Command Make("/usr/bin/make");
  co_return Make.status();
}
