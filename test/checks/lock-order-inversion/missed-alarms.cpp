// RUN: %check_heddle %s
// Today's wrong answers: deadlocks without a warning. Whoever repairs one moves the case to basic.cpp.

#include <functional>
#include <mutex>
#include <shared_mutex>
#include <thread>

// Which elements two computed indices name is not compared.
static std::mutex Forks[5];
static void dine(int Seat) {
  std::lock_guard Left(Forks[Seat]);
  std::lock_guard Right(Forks[(Seat + 1) % 5]);
}

// What a global std::function was given is not followed to its call.
static std::mutex Model, View;
static std::function<void()> Listener;
static void publish() {
  std::lock_guard Lock(Model);
  Listener();
}
static void draw() {
  std::lock_guard Lock(View);
  std::lock_guard Inner(Model);
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
  Listener = [] { std::lock_guard Lock(View); };
  std::jthread A(dine, 0), B(dine, 4), C(publish), D(draw), E(readTwice), F([] { write(); });
  join();
  return 0;
}
