// What does not wait, is not called, or runs elsewhere.
// RUN: %check_heddle %s

#include "cppcoro/generator.hpp"
#include "cppcoro/io_service.hpp"
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <future>
#include <iostream>
#include <mutex>
#include <poll.h>
#include <semaphore>
#include <sstream>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace std::chrono_literals;
using cppcoro::io_service;
using cppcoro::task;

// No time to wait.
task<> zero(std::future<int> &Answer, std::timed_mutex &Mutex) {
  constexpr auto None = 0ms;
  std::this_thread::sleep_for(None);
  std::this_thread::sleep_for(std::chrono::seconds::zero());
  sleep(0);
  usleep(0);
  timespec Time{};
  nanosleep(&Time, nullptr);
  (void)Answer.wait_for(0s);
  if (Mutex.try_lock())
    Mutex.unlock();
  int Status;
  waitpid(-1, &Status, WNOHANG);
  co_return;
}

// A helper that is told not to wait.
static int check(pollfd *One, int Milliseconds) { return poll(One, 1, Milliseconds); }
task<int> checks(pollfd *One) { co_return check(One, 0); }

// A lock that everybody holds for an instant.
std::mutex CountMutex;
int Count;
task<int> counts() {
  std::lock_guard Lock(CountMutex);
  co_return ++Count;
}

// A lock whose guard the awaited object may open.
struct Opens {
  std::unique_lock<std::mutex> &Lock;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) { Lock.unlock(); }
  void await_resume() {}
};
std::mutex OpenedMutex;
task<> opened() {
  std::unique_lock Lock(OpenedMutex);
  co_await Opens{Lock};
}

// Handed to others.
void later(std::function<void()>);
struct Kept {
  std::function<void()> Action;
};
task<> hands(Kept &Object) {
  auto Slow = [] { sleep(1); };
  std::thread(Slow).detach();
  later(Slow);
  Object.Action = Slow;
  co_return;
}

// After the coroutine has gone on to a pool of threads.
task<> moves(cppcoro::static_thread_pool &Pool, bool Early) {
  if (Early)
    co_await Pool.schedule();
  else
    co_await Pool.schedule();
  sleep(1);
}

// What was asked before, or knows that it may be asked again.
task<int> asks(io_service &Service, std::future<int> Answer) {
  while (Answer.wait_for(0s) != std::future_status::ready)
    co_await Service.schedule();
  co_return Answer.get();
}

struct Readable {
  int Descriptor;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};
task<long> reads(int Descriptor) {
  char Byte;
  co_await Readable{Descriptor};
  co_return read(Descriptor, &Byte, 1);
}
task<long> again(io_service &Service, int Descriptor) {
  char Byte;
  while (recv(Descriptor, &Byte, 1, 0) < 0 && errno == EWOULDBLOCK)
    co_await Service.schedule();
  co_return Byte;
}

// Streams that are no terminal; files are another kind.
task<int> parses(const std::string &Text, std::istream &Unknown) {
  std::istringstream In(Text);
  int Number = 0;
  In >> Number;
  Unknown >> Number;
  std::ifstream File("numbers");
  File >> Number;
  co_return Number;
}

// A branch that is not taken.
template <bool Slow> task<> chooses() {
  if constexpr (Slow)
    sleep(1);
  if (false)
    sleep(2);
  co_return;
}
task<> chosen() { co_await chooses<false>(); }

// A generator that a loop drives, and its own nested ones.
cppcoro::generator<int> lines() {
  int Number;
  while (std::cin >> Number)
    co_yield Number;
}
int total() {
  int Sum = 0;
  for (int Number : lines())
    Sum += Number;
  return Sum;
}

// A plain function, and a template that nobody instantiates.
void plain() { sleep(1); }
template <class T> task<T> never() {
  sleep(1);
  co_return T();
}

// A future that is there when its awaiter is resumed.
struct Awaited {
  std::future<int> Future;
  bool await_ready() { return Future.wait_for(0s) == std::future_status::ready; }
  void await_suspend(std::coroutine_handle<> Handle) {
    std::thread([this, Handle] {
      Future.wait();
      Handle.resume();
    }).detach();
  }
  int await_resume() { return Future.get(); }
};
task<int> awaits(std::future<int> Future) { co_return co_await Awaited{std::move(Future)}; }

// The value was set before.
task<int> setBefore() {
  std::promise<int> Promise;
  std::future<int> Future = Promise.get_future();
  Promise.set_value(1);
  co_return Future.get();
}
