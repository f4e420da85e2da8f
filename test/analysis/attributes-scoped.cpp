// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// A guard that is only declared: its constructor takes the lock, its destructor gives it back.

#define ATTRIBUTE(X) __attribute__((X))

class ATTRIBUTE(capability("mutex")) Mutex {
public:
  void lock() ATTRIBUTE(acquire_capability());
  void unlock() ATTRIBUTE(release_capability());
};

class ATTRIBUTE(scoped_lockable) Guard {
public:
  explicit Guard(Mutex &M) ATTRIBUTE(acquire_capability(M));
  ~Guard() ATTRIBUTE(release_capability());
};

static Mutex A;
static int X;

void scopes() {
  {
    Guard Here(A);
    X = 1; // point: guard
    // CHECK: guard: held {A} dropped {} running {}
  }
  X = 2; // point: guard-gone
  // CHECK: guard-gone: held {} dropped {} running {}
}

int main() { return 0; }
// CHECK: thread main
