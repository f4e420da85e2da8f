// The constructor starts the process and does not wait.
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
    waitpid(Pid, &Status, WNOHANG);
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
