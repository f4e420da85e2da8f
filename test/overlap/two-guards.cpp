// Two locks, taken one after the other.
// RUN: %overlap %s --checks=modernize-use-scoped-lock

#include <mutex>
#include <thread>

static std::mutex First, Second, Third;

static void forth() {
  std::lock_guard<std::mutex> A(First); // REPORTS: modernize-use-scoped-lock
  std::lock_guard<std::mutex> B(Second); // REPORTS: heddle-lock-order-inversion
}

static void back() {
  std::unique_lock<std::mutex> B(Second);
  std::unique_lock<std::mutex> A(First); // REPORTS: heddle-lock-order-inversion
}

static void alwaysSo() {
  std::lock_guard<std::mutex> A(Third); // REPORTS: modernize-use-scoped-lock
}

int main() {
  std::thread One(forth), Two(back), Three(alwaysSo);
  One.join();
  Two.join();
  Three.join();
}
