// The kinds that count, and functions of the user's own.
// RUN: %check_heddle %s --check-suffix=SLEEP
// RUN: %check_heddle %s --check-suffix=SLEEP --option Kinds=sleep
// RUN: %check_heddle %s --check-suffix=LOCK --option Kinds=any-lock
// RUN: %check_heddle %s --check-suffix=FILE --option Kinds=file
// RUN: %check_heddle %s --check-suffix=OWN --option Kinds= --option 'BlockingFunctions=db::query=db::async_query;legacyWait;Device::read=Device::readLater'

#include "cppcoro/task.hpp"
#include <fstream>
#include <mutex>
#include <unistd.h>

namespace db {
int query(const char *);
cppcoro::task<int> async_query(const char *);
} // namespace db

// Its body is in sight, and is not looked into once the function is named.
inline void legacyWait() { sleep(1); }
// CHECK-MESSAGES-SLEEP: :[[@LINE-1]]:28: warning: 'sleep' sleeps below coroutine 'all'

struct Device {
  int read();
};

std::mutex Mutex;

cppcoro::task<int> all(Device &From) {
  sleep(1);
  // CHECK-MESSAGES-SLEEP: :[[@LINE-1]]:3: warning: 'sleep' sleeps in coroutine 'all'
  std::ifstream File("settings");
  // CHECK-MESSAGES-FILE: :[[@LINE-1]]:17: warning: 'std::basic_ifstream' waits for a file in coroutine 'all'
  {
    std::lock_guard Lock(Mutex);
    // CHECK-MESSAGES-LOCK: :[[@LINE-1]]:21: warning: 'Mutex' is waited for in coroutine 'all': nothing else
  }
  legacyWait();
  // CHECK-MESSAGES-OWN: :[[@LINE-1]]:3: warning: 'legacyWait' blocks in coroutine 'all'
  // CHECK-NOTES-OWN: :[[@LINE-2]]:3: note: let a thread that may wait do it, and await its end
  int Sum = db::query("select 1");
  // CHECK-MESSAGES-OWN: :[[@LINE-1]]:13: warning: 'db::query' blocks in coroutine 'all'
  // CHECK-NOTES-OWN: :[[@LINE-2]]:13: note: 'db::async_query' does the same and does not block
  co_return Sum + From.read();
  // CHECK-MESSAGES-OWN: :[[@LINE-1]]:24: warning: 'Device::read' blocks in coroutine 'all'
  // CHECK-NOTES-OWN: :[[@LINE-2]]:24: note: 'Device::readLater' does the same and does not block
}
