// Variables that every function can change.
// RUN: %overlap %s --checks=cppcoreguidelines-avoid-non-const-global-variables
// RUN: %if cppcheck %{ %overlap %s --tool=cppcheck %}

#include <atomic>
#include <mutex>
#include <thread>

std::mutex Mutex; // REPORTS: cppcoreguidelines-avoid-non-const-global-variables
int Guarded; // REPORTS: cppcoreguidelines-avoid-non-const-global-variables
std::atomic<int> Atomic; // REPORTS: cppcoreguidelines-avoid-non-const-global-variables
int Raced; // REPORTS: cppcoreguidelines-avoid-non-const-global-variables

static void work() {
  static int Calls; // REPORTS: threadsafety-threadsafety
  ++Calls; // REPORTS: heddle-unlocked-global
  ++Raced; // REPORTS: heddle-unlocked-global
  ++Atomic;
  std::lock_guard<std::mutex> Lock(Mutex);
  static int Locked; // REPORTS: threadsafety-threadsafety
  ++Locked;
  ++Guarded;
}

int main() {
  std::thread One(work), Two(work);
  One.join();
  Two.join();
}
