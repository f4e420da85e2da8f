// The asynchronous read.
#include "asio.hpp"
#include <string>

using asio::ip::tcp;

asio::awaitable<void> echo(tcp::socket socket) {
  char data[1024];
  for (;;) {
    std::size_t n = co_await socket.async_read_some(asio::buffer(data), asio::use_awaitable);
    co_await asio::async_write(socket, asio::buffer(data, n), asio::use_awaitable);
  }
}

asio::awaitable<void> listen() {
  auto executor = co_await asio::this_coro::executor;
  tcp::acceptor acceptor(executor, {tcp::v4(), 55555});
  tcp::socket socket(executor);
  co_await acceptor.async_accept(socket, asio::use_awaitable);
  asio::co_spawn(executor, echo(std::move(socket)), asio::detached);
}

int main() {
  asio::io_context io(1);
  asio::co_spawn(io, listen(), asio::detached);
  io.run();
}
