// A member function forks before the workers are started.
#include <cstdlib>
#include <memory>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

class Pool {
public:
  void start() {
    for (int I = 0; I < 2; ++I)
      Workers.emplace_back([] { std::free(std::malloc(10)); });
  }
  void snapshot() {
    pid_t Pid = fork();
    if (Pid == 0) {
      auto Copy = std::make_unique<int[]>(1000);
      Copy[0] = 1;
      std::_Exit(Copy[0] - 1);
    }
    int Status;
    waitpid(Pid, &Status, 0);
  }
  ~Pool() {
    for (std::thread &T : Workers)
      T.join();
  }

private:
  std::vector<std::thread> Workers;
};

int main() {
  Pool P;
  P.snapshot();
  P.start();
}
