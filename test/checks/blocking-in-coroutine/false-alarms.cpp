// Alarms that are wrong. Who silences them moves them to silent.cpp.
// RUN: %check_heddle %s

#include "cppcoro/task.hpp"
#include <atomic>
#include <thread>

// The thread has ended: it says so itself.
cppcoro::task<> falseAlarmEndedThread(std::atomic<bool> &Done, std::thread &Worker) {
  if (Done.load())
    Worker.join();
    // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'std::thread::join' waits for the end of a thread or process in coroutine 'falseAlarmEndedThread': nothing else runs on its thread meanwhile
  co_return;
}
