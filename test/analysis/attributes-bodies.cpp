// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// A lock and a guard with attributes and with bodies, as in leveldb's port: the bodies say what happens, once.

#include <condition_variable>
#include <mutex>

#define ATTRIBUTE(X) __attribute__((X))

namespace port {
class ATTRIBUTE(lockable) Mutex {
public:
  void Lock() ATTRIBUTE(exclusive_lock_function()) { Inner.lock(); }
  void Unlock() ATTRIBUTE(unlock_function()) { Inner.unlock(); }
  void AssertHeld() ATTRIBUTE(assert_exclusive_lock()) {}

private:
  friend class CondVar;
  std::mutex Inner;
};

class CondVar {
public:
  explicit CondVar(Mutex *M) : Outer(M) {}
  void Wait() {
    std::unique_lock<std::mutex> Lock(Outer->Inner, std::adopt_lock);
    Condition.wait(Lock);
    Lock.release();
  }
  void SignalAll() { Condition.notify_all(); }

private:
  std::condition_variable Condition;
  Mutex *const Outer;
};
} // namespace port

class ATTRIBUTE(scoped_lockable) MutexLock {
public:
  explicit MutexLock(port::Mutex *M) ATTRIBUTE(exclusive_lock_function(M)) : Held(M) { Held->Lock(); }
  ~MutexLock() ATTRIBUTE(unlock_function()) { Held->Unlock(); }

private:
  port::Mutex *const Held;
};

static port::Mutex A;
static port::CondVar Changed(&A);
static int X;

void methods() {
  A.Lock();
  X = 1; // point: method
  // CHECK: method: held {A.Inner} dropped {} running {}
  A.Unlock();
  X = 2; // point: method-given
  // CHECK: method-given: held {} dropped {} running {}
}

void guards() {
  {
    MutexLock Lock(&A);
    X = 1; // point: guard
    // CHECK: guard: held {A.Inner} dropped {} running {}
    Changed.Wait();
    X = 2; // point: waited
    // CHECK: waited: held {A.Inner} dropped {} running {}
  }
  X = 3; // point: guard-gone
  // CHECK: guard-gone: held {} dropped {} running {}
}

class Store {
  port::Mutex Own;
  int Count ATTRIBUTE(guarded_by(Own)) = 0;

public:
  void add() {
    MutexLock Lock(&Own);
    ++Count; // point: member
    // CHECK: member: held {Own.Inner} dropped {} running {}
  }
  void addLocked() ATTRIBUTE(exclusive_locks_required(Own)) {
    ++Count; // point: member-required
    // CHECK: member-required: held {Own} dropped {} running {}
  }
};

int main() { return 0; }
// CHECK: thread main
