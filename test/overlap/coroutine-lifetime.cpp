// What a coroutine may outlive, and what makes it wait.
// RUN: %overlap %s --checks=cppcoreguidelines-avoid-reference-coroutine-parameters,cppcoreguidelines-avoid-capturing-lambda-coroutines

#include "Inputs/task.h"
#include <chrono>
#include <thread>

Task byReference(int &Number) { // REPORTS: cppcoreguidelines-avoid-reference-coroutine-parameters
  co_await std::suspend_always{};
  ++Number;
}

void capturing(int Number) {
  auto Coroutine = [Number]() -> Task { co_await std::suspend_always{}; (void)Number; }; // REPORTS: cppcoreguidelines-avoid-capturing-lambda-coroutines
  Coroutine();
}

Task sleeps() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  co_return;
}
