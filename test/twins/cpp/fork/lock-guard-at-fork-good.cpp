// The process forks under the mutex, which the child then has for itself.
#include <mutex>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

static std::mutex StateMutex;
static int State = 0;

static void update() {
  for (int I = 0; I < 50; ++I) {
    std::lock_guard Guard(StateMutex);
    ++State;
  }
}

int main() {
  std::thread Updater(update);
  int Pid;
  {
    std::lock_guard Guard(StateMutex);
    Pid = fork();
    if (Pid == 0) {
      int Seen = State;
      _exit(Seen % 2);
    }
  }
  waitpid(Pid, nullptr, 0);
  Updater.join();
}
