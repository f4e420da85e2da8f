// The worker takes the same mutex as the child (tsan-cannot-see processes).
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
    Pid = fork(); // BUG: process-unsafe-entry
    if (Pid == 0) {
      StateMutex.lock();
      int Seen = State;
      StateMutex.unlock();
      _exit(Seen % 2);
    }
  }
  waitpid(Pid, nullptr, 0);
  Updater.join();
}
