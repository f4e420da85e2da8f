// RUN: %check_heddle %s
// Today's wrong answers: races without a warning. Whoever repairs one moves the case to basic.cpp.

#include <algorithm>
#include <csignal>
#include <iostream>
#include <iterator>
#include <mutex>
#include <thread>

// The algorithms' own accesses through iterators are in the library, which is not looked into.
static int Source[8], Target[8];
static void algorithms() {
  std::copy(std::begin(Source), std::end(Source), std::begin(Target));
}

// So is what an operator of a stream writes to its argument.
static int Input;
static void readIt() { std::cin >> Input; }

// A function that is not in this file writes through a reference.
void fill(int &Out);
static int Filled;
static void fillIt() { fill(Filled); }

// A signal handler may run at any time.
static int Interrupted;
static void handle(int) { Interrupted = 1; }

// A guard that is a member of an aggregate, made by its default initialiser, counts as held for good.
static std::mutex Mutex;
static int AfterSession;
struct Session {
  std::lock_guard<std::mutex> Guard{Mutex};
  int Id = 0;
};
static void session() {
  { Session Here; }
  ++AfterSession;
}

int main() {
  std::signal(SIGINT, handle);
  std::thread A(algorithms), B(algorithms), C(readIt), D(readIt), E(fillIt), F(fillIt), G(session), H(session);
  std::cout << Interrupted;
  for (std::thread *Each : {&A, &B, &C, &D, &E, &F, &G, &H})
    Each->join();
  return 0;
}
