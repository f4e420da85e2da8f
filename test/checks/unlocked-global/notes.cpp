// RUN: %check_heddle %s
// The notes tell both sides: the calls that lead there, the locks held, and where the threads start.

#include <mutex>
#include <thread>

static std::mutex Mutex, Second;

// Two threads, neither of them the main one.
static long Total;
static void addOne() { ++Total; }
static void addMany() {
  std::scoped_lock Lock(Mutex, Second);
  addOne();
}
static void addAlone() { Total += 3; }
static void unlocked() { addAlone(); }
static void locked() { addMany(); }

// Several threads of one start, and a lambda without a name.
static int Shared;
static void increment() {
  ++Shared;
}
static void everyone() {
  std::thread Threads[3];
  for (auto &Each : Threads)
    Each = std::thread(increment);
  for (auto &Each : Threads)
    Each.join();
}
static int Anonymous;

int main() {
  std::thread A(unlocked), B(locked);
  A.join();
  B.join();
  everyone();
  std::thread C([] {
    Anonymous = 1;
  });
  Anonymous = 2;
  C.join();
  return 0;
}
