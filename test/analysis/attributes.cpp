// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// What Clang's thread-safety attributes promise of functions without a body; with a body, the body counts.

#define ATTRIBUTE(X) __attribute__((X))

class ATTRIBUTE(capability("mutex")) Mutex {
public:
  void lock() ATTRIBUTE(acquire_capability());
  void unlock() ATTRIBUTE(release_capability());
  void lockShared() ATTRIBUTE(acquire_shared_capability());
  void unlockShared() ATTRIBUTE(release_shared_capability());
  bool tryLock() ATTRIBUTE(try_acquire_capability(true));
  int tryLockOrError() ATTRIBUTE(try_acquire_capability(0));
};

static Mutex A, B;
static int X;
void takeBoth() ATTRIBUTE(acquire_capability(A, B));
void giveBoth() ATTRIBUTE(release_capability(A, B));

void methods() {
  A.lock();
  X = 1; // point: method
  // CHECK: method: held {A} dropped {} running {}
  A.unlock();
  X = 2; // point: method-given
  // CHECK: method-given: held {} dropped {} running {}
  A.lockShared();
  X = 3; // point: shared
  // CHECK: shared: held {A(shared)} dropped {} running {}
  A.unlockShared();
  takeBoth();
  X = 4; // point: both
  // CHECK: both: held {A, B} dropped {} running {}
  giveBoth();
  X = 5; // point: both-given
  // CHECK: both-given: held {} dropped {} running {}
}

void tries() {
  if (A.tryLock()) {
    X = 1; // point: tried
    // CHECK: tried: held {A} dropped {} running {}
    A.unlock();
  }
  X = 2; // point: tried-after
  // CHECK: tried-after: held {} dropped {} running {}
  if (A.tryLockOrError() != 0)
    return;
  X = 3; // point: tried-zero
  // CHECK: tried-zero: held {A} dropped {} running {}
  A.unlock();
}

void required() ATTRIBUTE(requires_capability(A)) {
  X = 1; // point: required
  // CHECK: required: held {A} dropped {} running {}
}

void requiredShared() ATTRIBUTE(requires_shared_capability(A)) {
  X = 1; // point: required-shared
  // CHECK: required-shared: held {A(shared)} dropped {} running {}
}

class Account {
  Mutex Own;
  int Balance ATTRIBUTE(guarded_by(Own));
  void add(int Amount) ATTRIBUTE(requires_capability(Own)) {
    Balance += Amount; // point: required-member
    // CHECK: required-member: held {Own} dropped {} running {}
  }

public:
  void deposit(int Amount) {
    Own.lock();
    add(Amount);
    Balance = 0; // point: after-required
    // CHECK: after-required: held {Own} dropped {} running {}
    Own.unlock();
  }
};

int main() { return 0; }
// CHECK: thread main
