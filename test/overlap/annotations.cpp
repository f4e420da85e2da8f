// Locks and data that are annotated, and some that are not.
// RUN: %overlap %s --checks=clang-diagnostic-thread-safety* -- -Wthread-safety -Wthread-safety-beta

#include <mutex>
#include <thread>

class __attribute__((capability("mutex"))) Lock {
public:
  void lock() __attribute__((acquire_capability())) { Mutex.lock(); }
  void unlock() __attribute__((release_capability())) { Mutex.unlock(); }

private:
  std::mutex Mutex;
};

static Lock First, Second __attribute__((acquired_after(First)));
static Lock Third, Fourth;
static int Annotated __attribute__((guarded_by(First)));
static int Plain;

static void work() {
  ++Annotated; // REPORTS: clang-diagnostic-thread-safety-analysis, heddle-unlocked-global
  ++Plain; // REPORTS: heddle-unlocked-global
  First.lock();
  ++Annotated;
  First.unlock();
}

static void annotatedOrder() {
  Second.lock();
  First.lock(); // REPORTS: clang-diagnostic-thread-safety-analysis
  First.unlock();
  Second.unlock();
}

static void forth() {
  Third.lock();
  Fourth.lock(); // REPORTS: heddle-lock-order-inversion
  Fourth.unlock();
  Third.unlock();
}

static void back() {
  Fourth.lock();
  Third.lock(); // REPORTS: heddle-lock-order-inversion
  Third.unlock();
  Fourth.unlock();
}

static void forgets() {
  First.lock();
} // REPORTS: clang-diagnostic-thread-safety-analysis

int main(int Count, char **) {
  std::thread One(work), Two(work), Three(forth), Four(back), Five(annotatedOrder);
  One.join();
  Two.join();
  Three.join();
  Four.join();
  Five.join();
  if (Count > 9)
    forgets();
}
