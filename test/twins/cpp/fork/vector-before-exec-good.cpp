// The arguments are put together before the fork.
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

static int run(const std::vector<std::string> &Words) {
  std::vector<char *> Argv;
  for (const std::string &W : Words)
    Argv.push_back(const_cast<char *>(W.c_str()));
  Argv.push_back(nullptr);
  pid_t Pid = fork();
  if (Pid == 0) {
    execvp(Argv[0], Argv.data());
    _exit(127);
  }
  int Status = -1;
  if (Pid > 0)
    waitpid(Pid, &Status, 0);
  return Status;
}

int main() {
  std::jthread Ticker([](std::stop_token Stop) {
    while (!Stop.stop_requested())
      std::this_thread::yield();
  });
  return run({"true"});
}
