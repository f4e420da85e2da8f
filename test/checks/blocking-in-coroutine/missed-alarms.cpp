// Blocking calls that are not found. Who finds them moves them to basic.cpp.
// RUN: %check_heddle %s

#include "asio.hpp"
#include "cppcoro/io_service.hpp"
#include <chrono>
#include <functional>
#include <fstream>
#include <memory>
#include <unistd.h>

// What another file does.
void elsewhere();
cppcoro::task<> missedInAnotherFile() {
  elsewhere();
  co_return;
}

// A callable that came as a parameter from another file.
cppcoro::task<> missedParameter(std::function<void()> Action) {
  Action();
  co_return;
}

// Awaiting a task that goes on to a pool takes its awaiter along, in some frameworks only.
asio::awaitable<void> hop(asio::thread_pool &Pool) {
  co_await asio::post(asio::bind_executor(Pool, asio::use_awaitable));
}
asio::awaitable<void> missedAfterHop(asio::thread_pool &Pool) {
  co_await hop(Pool);
  asio::steady_timer Timer(co_await asio::this_coro::executor);
  sleep(1);
}

// The descriptor comes from an object whose kind is not known.
struct Connection {
  int descriptor() const;
};
cppcoro::task<long> missedDescriptor(const Connection &Of) {
  char Byte;
  co_return read(Of.descriptor(), &Byte, 1);
}

// A loop of the project's own.
class Loop {
public:
  void post(std::function<void()>);
};
void missedOwnLoop(Loop &Of) {
  Of.post([] { sleep(1); });
}

// A time that is computed, and never zero.
static void pause(std::chrono::milliseconds) {}
cppcoro::task<> missedBusyWait() {
  auto End = std::chrono::steady_clock::now() + std::chrono::seconds(1);
  while (std::chrono::steady_clock::now() < End)
    pause(std::chrono::milliseconds(1));
  co_return;
}
