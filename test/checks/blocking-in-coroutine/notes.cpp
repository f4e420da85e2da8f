// The way to the blocking call, the holder of the lock, the way out.
// RUN: %check_heddle %s

#include "asio.hpp"
#include "cppcoro/io_service.hpp"
#include "folly/coro/Task.h"
#include <mutex>
#include <semaphore>
#include <thread>
#include <unistd.h>

// The shortest way, from the nearest coroutine.
std::binary_semaphore Token(1);

static void take() { Token.acquire(); }
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'std::counting_semaphore::acquire' waits for another thread below coroutine 'near': nothing else runs on its thread meanwhile
// CHECK-NOTES: :[[@LINE+10]]:3: note: reached through this call of 'take'
// CHECK-NOTES: :[[@LINE-3]]:28: note: let a thread that may wait do it, and await its end
static void takeLater() { take(); }

cppcoro::task<> far() {
  takeLater();
  co_return;
}

cppcoro::task<> near() {
  take();
  co_return;
}

cppcoro::task<> outer() {
  co_await near();
}

// A lock that is held across an await.
class Journal {
public:
  cppcoro::task<> flush(cppcoro::io_service &Service) {
    std::lock_guard Lock(Mutex);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'Mutex' is waited for in coroutine 'flush', and held for long elsewhere: nothing else runs on its thread meanwhile
    // CHECK-NOTES: :[[@LINE-2]]:21: note: 'Mutex' is taken here
    // CHECK-NOTES: :[[@LINE+1]]:5: note: and held while the coroutine is suspended here
    co_await Service.schedule();
  }
  cppcoro::task<int> size() {
    Mutex.lock();
    // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Mutex' is waited for in coroutine 'size', and held for long elsewhere: nothing else runs on its thread meanwhile
    // CHECK-NOTES: :[[@LINE-9]]:21: note: 'Mutex' is taken here
    // CHECK-NOTES: :[[@LINE-6]]:5: note: and held while the coroutine is suspended here
    int Now = Size;
    Mutex.unlock();
    co_return Now;
  }

private:
  std::mutex Mutex;
  int Size = 0;
};

// A lock that is held by a thread that waits.
std::mutex Console;

void listen() {
  Console.lock();
  getchar();
  Console.unlock();
}

static void print() {
  std::lock_guard Lock(Console);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Console' is waited for below coroutine 'report', and held for long elsewhere: nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE+6]]:3: note: reached through this call of 'print'
  // CHECK-NOTES: :[[@LINE-9]]:11: note: 'Console' is taken here
  // CHECK-NOTES: :[[@LINE-9]]:3: note: and held while 'getchar' waits here
}

cppcoro::task<> report() {
  print();
  co_return;
}

// The counterpart that the framework has.
asio::awaitable<std::size_t> read(asio::ip::tcp::socket &Socket) {
  char Data[8];
  co_return Socket.read_some(asio::buffer(Data));
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'asio::basic_stream_socket::read_some' waits for input in coroutine 'read': nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE-2]]:20: note: 'async_read_some' does the same and does not block
}

// The sleep that the framework has, where it cannot be put by itself.
asio::awaitable<unsigned> rest() {
  unsigned Left = sleep(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'sleep' sleeps in coroutine 'rest': nothing else runs on its thread meanwhile
  // CHECK-NOTES: :[[@LINE-2]]:19: note: 'asio::steady_timer(co_await asio::this_coro::executor, std::chrono::seconds(1)).async_wait(asio::use_awaitable)' suspends nothing but the coroutine
  co_return Left;
}

// A callback names the place where it was handed over.
void onTimer(const asio::error_code &) { sleep(2); }
// CHECK-MESSAGES: :[[@LINE-1]]:42: warning: 'sleep' sleeps in 'onTimer', which an event loop calls: nothing else runs on its thread meanwhile
// CHECK-NOTES: :[[@LINE+4]]:9: note: it is handed to the event loop here
// CHECK-NOTES: :[[@LINE-3]]:42: note: let a timer of the event loop call what comes next

void start(asio::steady_timer &Timer) {
  Timer.async_wait(onTimer);
}
