//===- net.h - connections and servers ------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   server s = co_await start_server([](stream_reader in, stream_writer out) -> task<> {
//     out.write(co_await in.readline());
//     co_await out.drain();
//   }, "127.0.0.1", 8080);
//   co_await s.serve_forever();
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_NET_H
#define HEDDLE_RT_AIO_NET_H

#include "heddle/rt/aio/stream.h"
#include "heddle/rt/aio/task_handle.h"

namespace heddle::rt::aio {

struct stream_options {
  /// The reader's limit for readline() and readuntil(), in bytes.
  std::size_t limit = stream_reader::default_limit;
};

/// Connects to a host and port over TCP; tries all addresses of the name in
/// turn. Names that are not numbers are looked up in a thread.
/// Errors: std::system_error of the last attempt; error if the name is unknown.
/// Python: asyncio.open_connection.
task<stream_pair> open_connection(std::string host, std::uint16_t port, stream_options options = {});
/// The same to a Unix socket. Python: asyncio.open_unix_connection.
task<stream_pair> open_unix_connection(std::string path, stream_options options = {});

/// What serves one connection. It runs as a task of its own; what it throws is
/// reported. The connection is closed when the writer goes.
using connection_handler = std::function<task<>(stream_reader, stream_writer)>;

/// Accepts connections until it is closed.
///
/// Thread safety: the loop's thread only. Move-only; destroying it closes it.
/// Invariants: closing stops accepting and leaves the connections alone.
/// Python: asyncio.Server.
class server {
public:
  struct state;
  explicit server(std::shared_ptr<state> made) noexcept : made(std::move(made)) {}
  server(server &&) = default;
  server &operator=(server &&) = default;
  ~server();

  /// The port of the first socket: useful after port 0. 0 for a Unix socket.
  std::uint16_t port() const;
  bool is_serving() const noexcept;
  void close();
  /// Waits until it is closed and every connection's handler has ended.
  task<> wait_closed();
  /// Waits until the calling task is cancelled, and closes.
  task<> serve_forever();

private:
  std::shared_ptr<state> made;
};

/// Listens on all addresses of the host; port 0 is any free one.
/// Errors: std::system_error. Python: asyncio.start_server.
task<server> start_server(connection_handler handler, std::string host, std::uint16_t port,
                          stream_options options = {});
/// Replaces a socket file that is there. Python: asyncio.start_unix_server.
task<server> start_unix_server(connection_handler handler, std::string path, stream_options options = {});

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_NET_H
