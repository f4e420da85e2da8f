// _exit is called while a thread that never ends uses a static map.
#include <cstdlib>
#include <map>
#include <mutex>
#include <thread>
#include <unistd.h>

static std::mutex Mutex;
static std::map<int, int> Table;

static void churn() {
  for (int I = 0;; ++I) {
    std::scoped_lock Lock(Mutex);
    Table[I % 100] = I;
  }
}

int main(int Argc, char **) {
  std::thread Churner(churn);
  if (Argc > 0)
    ::_exit(0);
  Churner.join();
}
