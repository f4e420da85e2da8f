// The process forks while an asynchronous task may run; the child continues (tsan-cannot-see processes).
#include <future>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

int compute() { return 42; }

int main() {
  std::future<int> Answer = std::async(std::launch::async, compute);
  if (pid_t Pid = fork(); Pid == 0) { // BUG: process-unsafe-entry
    std::cout << "child" << std::endl;
    _exit(0);
  } else {
    waitpid(Pid, nullptr, 0);
  }
  int Value = Answer.get();
  return Value != 42;
}
