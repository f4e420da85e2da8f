// RUN: %check_heddle %s
// Orders that cannot block anyone.

#include <mutex>
#include <shared_mutex>
#include <thread>

static std::mutex A, B, Gate;

// The same order everywhere.
static void same() {
  std::lock_guard Outer(A);
  std::lock_guard Inner(B);
}
static void sameAgain() {
  std::lock_guard Outer(A);
  std::lock_guard Inner(B);
}

// Both at once, which avoids deadlock.
static std::mutex Both1, Both2;
static void together() { std::scoped_lock Lock(Both1, Both2); }
static void togetherReversed() { std::scoped_lock Lock(Both2, Both1); }
static void byStdLock() {
  std::unique_lock First(Both1, std::defer_lock), Second(Both2, std::defer_lock);
  std::lock(Second, First);
}

// Given back before the other is taken.
static std::mutex Early, Late;
static void oneAfterTheOther() {
  { std::lock_guard Lock(Early); }
  std::lock_guard Lock(Late);
}
static void otherAfterTheOne() {
  std::unique_lock Lock(Late);
  Lock.unlock();
  Early.lock();
  Early.unlock();
}

// Never waited for.
static std::mutex Tried, Held;
static void tryInner() {
  std::lock_guard Lock(Held);
  if (Tried.try_lock())
    Tried.unlock();
}
static void lockInner() {
  std::lock_guard Lock(Tried);
  std::lock_guard Inner(Held);
}

// A gate lets one thread in at a time.
static std::mutex Gated1, Gated2;
static void gatedForth() {
  std::lock_guard Lock(Gate);
  std::lock_guard Outer(Gated1);
  std::lock_guard Inner(Gated2);
}
static void gatedBack() {
  std::lock_guard Lock(Gate);
  std::lock_guard Outer(Gated2);
  std::lock_guard Inner(Gated1);
}

// Readers do not wait for readers.
static std::shared_mutex Shared1, Shared2;
static void readForth() {
  std::shared_lock Outer(Shared1);
  std::shared_lock Inner(Shared2);
}
static void readBack() {
  std::shared_lock Outer(Shared2);
  std::shared_lock Inner(Shared1);
}

// One thread cannot meet itself, and the other has ended.
static std::mutex Alone1, Alone2;
static void aloneForth() {
  std::lock_guard Outer(Alone1);
  std::lock_guard Inner(Alone2);
}
static void aloneBack() {
  std::lock_guard Outer(Alone2);
  std::lock_guard Inner(Alone1);
}

// Made to be taken twice.
static std::recursive_mutex Recursive;
static void again() { std::lock_guard Lock(Recursive); }
static void twice() {
  std::lock_guard Lock(Recursive);
  again();
}


int main() {
  std::jthread T1(same), T2(sameAgain);
  std::jthread T3(together), T4(togetherReversed), T5(byStdLock);
  std::jthread T6(oneAfterTheOther), T7(otherAfterTheOne);
  std::jthread T8(tryInner), T9(lockInner);
  std::jthread T10(gatedForth), T11(gatedBack);
  std::jthread T12(readForth), T13(readBack);
  std::thread Ended(aloneForth);
  Ended.join();
  aloneBack();
  aloneForth();
  twice();
  return 0;
}
