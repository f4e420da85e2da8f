// RUN: %check_heddle %s
// Locks of two arguments that have an order, or no need of one.

#include <functional>
#include <mutex>

struct Account {
  std::mutex Mutex;
  std::recursive_mutex Deep;
  int Number;
};

// By address.
void byAddress(Account &One, Account &Other) {
  Account *First = &One < &Other ? &One : &Other;
  Account *Second = &One < &Other ? &Other : &One;
  std::lock_guard Outer(First->Mutex);
  std::lock_guard Inner(Second->Mutex);
}

// By number.
void byNumber(Account &One, Account &Other) {
  if (One.Number > Other.Number)
    return byNumber(Other, One);
  std::lock_guard Outer(One.Mutex);
  std::lock_guard Inner(Other.Mutex);
}

// Both at once.
void together(Account &One, Account &Other) { std::scoped_lock Lock(One.Mutex, Other.Mutex); }

// One after the other.
void inTurn(Account &One, Account &Other) {
  {
    std::lock_guard Lock(One.Mutex);
    ++One.Number;
  }
  std::lock_guard Lock(Other.Mutex);
  ++Other.Number;
}

// The same object twice, by a lock that allows it.
void deeper(Account &One) {
  std::lock_guard Outer(One.Deep);
  std::lock_guard Inner(One.Deep);
}
