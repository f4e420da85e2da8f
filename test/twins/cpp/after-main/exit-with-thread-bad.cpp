// exit is called while a thread that never ends uses a static map (tsan-cannot-see the end).
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
    Table[I % 100] = I; // BUG: process-unsafe-entry
  }
}

int main(int Argc, char **) {
  std::thread Churner(churn); // BUG: process-unsafe-entry
  if (Argc > 0)
    std::exit(0); // BUG: process-unsafe-entry
  Churner.join();
}
