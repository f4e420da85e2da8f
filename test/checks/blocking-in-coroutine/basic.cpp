// Each message, in coroutines.
// RUN: %check_heddle %s

#include "cppcoro/task.hpp"
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <unistd.h>

cppcoro::task<> sleeps(std::chrono::milliseconds Time) {
  std::this_thread::sleep_for(Time);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::this_thread::sleep_for' sleeps in coroutine 'sleeps': nothing else runs on its thread meanwhile
  co_return;
}

cppcoro::task<int> waits(std::future<int> Answer) {
  co_return Answer.get();
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'std::future::get' waits for another thread in coroutine 'waits': nothing else runs on its thread meanwhile
}

cppcoro::task<int> joins() {
  int Status = std::system("make");
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: 'system' waits for the end of a thread or process in coroutine 'joins': nothing else runs on its thread meanwhile
  co_return Status;
}

cppcoro::task<> reads(std::string &Name) {
  std::cin >> Name;
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: 'std::cin' waits for input in coroutine 'reads': nothing else runs on its thread meanwhile
  co_return;
}

cppcoro::task<> erases() {
  std::filesystem::remove_all("cache");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'std::filesystem::remove_all' waits for the disk in coroutine 'erases': nothing else runs on its thread meanwhile
  co_return;
}

std::mutex Mutex;
int Shared;

void holdsLong() {
  std::lock_guard Lock(Mutex);
  sleep(1);
  ++Shared;
}

cppcoro::task<int> locks() {
  std::lock_guard Lock(Mutex);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Mutex' is waited for in coroutine 'locks', and held for long elsewhere: nothing else runs on its thread meanwhile
  co_return Shared;
}

static void helper() {
  usleep(10);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'usleep' sleeps below coroutine 'calls': nothing else runs on its thread meanwhile
}

cppcoro::task<> calls() {
  helper();
  co_return;
}

auto Lambda = [](int Seconds) -> cppcoro::task<> {
  sleep(Seconds);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'sleep' sleeps in a coroutine: nothing else runs on its thread meanwhile
  co_return;
};
