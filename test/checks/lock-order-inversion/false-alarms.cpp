// RUN: %check_heddle %s
// Today's wrong answers: warnings about what is sound. Whoever repairs one moves the case to silent.cpp.

#include <mutex>

// A guard that is a member of an aggregate, made by its default initialiser, is not seen to give its lock back.
static std::mutex Mutex;
static int Value;
struct Session {
  std::lock_guard<std::mutex> Guard{Mutex};
  int Id = 0;
};

int main() {
  {
    Session Here;
    ++Value;
  }
  std::lock_guard Again(Mutex);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Mutex' is locked here by a thread that already holds it: it waits for itself
  ++Value;
  return 0;
}
