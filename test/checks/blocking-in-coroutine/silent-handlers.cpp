// Handlers that run on pools, and handlers that do not wait.
// RUN: %check_heddle %s

#include "asio.hpp"
#include <chrono>
#include <future>
#include <thread>
#include <unistd.h>

void onPools(asio::thread_pool &Pool) {
  asio::post(Pool, [] { sleep(1); });
  asio::post(Pool.get_executor(), [] { sleep(2); });
  asio::dispatch(asio::make_strand(Pool), [] { sleep(3); });
  asio::steady_timer Timer(Pool, std::chrono::seconds(1));
  Timer.async_wait([](asio::error_code) { sleep(4); });
  asio::co_spawn(
      Pool, []() -> asio::awaitable<void> { sleep(5); co_return; }, asio::detached);
}

static asio::awaitable<void> below() {
  sleep(6);
  co_return;
}
static asio::awaitable<void> onlyOnPool() { co_await below(); }

void start(asio::thread_pool &Pool) { asio::co_spawn(Pool, onlyOnPool(), asio::detached); }

// A socket that does not block, or that is known to be readable.
asio::awaitable<void> unblocked(asio::ip::tcp::socket Socket) {
  char Data[16];
  Socket.non_blocking(true);
  asio::error_code Error;
  Socket.read_some(asio::buffer(Data), Error);
  co_return;
}

// The loop's own thread waits outside of its callbacks.
void run(asio::io_context &Loop) {
  asio::post(Loop, [] {});
  std::thread Worker([&] { Loop.run(); });
  sleep(1);
  Worker.join();
}
