// A wait without a loop around it.
// RUN: %overlap %s --checks=bugprone-spuriously-wake-up-functions

#include <condition_variable>
#include <mutex>

static std::mutex Mutex;
static std::condition_variable Ready;
static int *Value;

void onReference(std::condition_variable &Given) {
  std::unique_lock<std::mutex> Lock(Mutex);
  if (Value == nullptr) {
    Given.wait(Lock); // REPORTS: bugprone-spuriously-wake-up-functions
  }
}

void onVariable() {
  std::unique_lock<std::mutex> Lock(Mutex);
  if (Value == nullptr) {
    Ready.wait(Lock);
  }
}

void withoutCondition() {
  std::unique_lock<std::mutex> Lock(Mutex);
  Ready.wait(Lock);
}

void sound(std::condition_variable &Given) {
  std::unique_lock<std::mutex> Lock(Mutex);
  while (Value == nullptr)
    Given.wait(Lock);
  Ready.wait(Lock, [] { return Value != nullptr; });
}
