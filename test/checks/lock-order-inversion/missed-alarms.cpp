// RUN: %check_heddle %s
// Today's wrong answers: deadlocks without a warning. Whoever repairs one moves the case to basic.cpp.

#include <mutex>
#include <shared_mutex>
#include <thread>

// Which elements two computed indices name is not compared.
static std::mutex Forks[5];
static void dine(int Seat) {
  std::lock_guard Left(Forks[Seat]);
  std::lock_guard Right(Forks[(Seat + 1) % 5]);
}

// The thread that is waited for wants the lock that the waiting one holds.
static std::mutex Joined;
static void wants() { std::lock_guard Lock(Joined); }
static void join() {
  std::thread Worker(wants);
  std::lock_guard Lock(Joined);
  Worker.join();
}

// A second reader's lock waits behind a writer that waits for the first one.
static std::shared_mutex Readers;
static void readTwice() {
  std::shared_lock Outer(Readers);
  std::shared_lock Inner(Readers);
}
static void write() { std::unique_lock Lock(Readers); }

int main() {
  std::jthread A(dine, 0), B(dine, 4), E(readTwice), F([] { write(); });
  join();
  return 0;
}
