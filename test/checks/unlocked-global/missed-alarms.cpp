// RUN: %check_heddle %s
// Today's wrong answers: races without a warning. Whoever repairs one moves the case to basic.cpp.

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <functional>
#include <iostream>
#include <iterator>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

// The algorithms' own accesses through iterators are in the library, which is not looked into.
static std::vector<int> Sorted;
static int Source[8], Target[8];
static void algorithms() {
  std::sort(Sorted.begin(), Sorted.end());
  std::copy(std::begin(Source), std::end(Source), std::begin(Target));
}

// So is what an operator of a stream writes to its argument.
static int Input;
static void readIt() { std::cin >> Input; }

// A function that is not in this file writes through a reference.
void fill(int &Out);
static int Filled;
static void fillIt() { fill(Filled); }

// Tasks that go through a queue are not connected with the thread that runs them.
static std::mutex Mutex;
static std::condition_variable Changed;
static std::queue<std::function<void()>> Tasks;
static int Done;
static void pool() {
  for (;;) {
    std::function<void()> Task;
    {
      std::unique_lock Lock(Mutex);
      Changed.wait(Lock, [] { return !Tasks.empty(); });
      Task = std::move(Tasks.front());
      Tasks.pop();
    }
    Task();
  }
}
static void submit() {
  std::lock_guard Lock(Mutex);
  Tasks.push([] { ++Done; });
}

// A signal handler may run at any time.
static int Interrupted;
static void handle(int) { Interrupted = 1; }

int main() {
  std::signal(SIGINT, handle);
  std::thread A(algorithms), B(algorithms), C(readIt), D(readIt), E(fillIt), F(fillIt), G(pool), H(pool);
  submit();
  submit();
  std::cout << Interrupted;
  for (std::thread *Each : {&A, &B, &C, &D, &E, &F, &G, &H})
    Each->join();
  return 0;
}
