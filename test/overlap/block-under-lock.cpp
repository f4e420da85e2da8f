// Something slow while a lock is held.
// RUN: %overlap %s --checks=clang-analyzer-unix.BlockInCriticalSection

#include <chrono>
#include <mutex>
#include <poll.h>
#include <thread>
#include <unistd.h>

static std::mutex Mutex;

static void slow() {
  std::lock_guard<std::mutex> Lock(Mutex);
  sleep(1); // REPORTS: clang-analyzer-unix.BlockInCriticalSection
  usleep(1000);
  poll(nullptr, 0, 1000);
  std::this_thread::sleep_for(std::chrono::seconds(1));
  char Byte;
  (void)!read(0, &Byte, 1); // REPORTS: clang-analyzer-unix.BlockInCriticalSection
}

static void inner() {
  sleep(1); // REPORTS: clang-analyzer-unix.BlockInCriticalSection
}

static void throughACall() {
  std::scoped_lock Lock(Mutex);
  inner();
}

static void givenBack() {
  std::unique_lock<std::mutex> Lock(Mutex);
  Lock.unlock();
  sleep(1); // REPORTS: clang-analyzer-unix.BlockInCriticalSection
}

int main() {
  std::thread One(slow), Two(throughACall), Three(givenBack);
  One.join();
  Two.join();
  Three.join();
}
