// The process forks after the task's result was taken.
#include <future>
#include <iostream>
#include <sys/wait.h>
#include <unistd.h>

int compute() { return 42; }

int main() {
  std::future<int> Answer = std::async(std::launch::async, compute);
  int Value = Answer.get();
  if (pid_t Pid = fork(); Pid == 0) {
    std::cout << "child" << std::endl;
    _exit(0);
  } else {
    waitpid(Pid, nullptr, 0);
  }
  return Value != 42;
}
