#include "heddle/rt/condition.h"
#include "heddle/rt/ranked_lock.h"

namespace rt = heddle::rt;

rt::lock m;
rt::recursive_lock r;
rt::ranked_lock ranked(1);
rt::condition changed;
int number HEDDLE_RT_GUARDED_BY(m);
int other HEDDLE_RT_GUARDED_BY(changed);

void good() {
  rt::lock_guard guard(m);
  ++number;
  {
    rt::lock_guard held(changed);
    ++other;
    changed.notify();
  }
  if (r.acquire(std::chrono::seconds(1)))
    r.release();
}

void bad() {
  // CHECK: [[@LINE+1]]:5: warning: writing variable 'number' requires holding mutex 'm' exclusively
  ++number;
  // CHECK: [[@LINE+1]]:5: warning: writing variable 'other' requires holding mutex 'changed' exclusively
  ++other;
  // CHECK: [[@LINE+1]]:10: warning: releasing mutex 'ranked' that was not held
  ranked.unlock();
}

void leaves_it_held() {
  m.lock();
  // CHECK: [[@LINE+1]]:1: warning: mutex 'm' is still held at the end of function
}
