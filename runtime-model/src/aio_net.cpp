//===- aio_net.cpp - connections and servers ------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/net.h"
#include "heddle/rt/aio/threads.h"
#include <cerrno>
#include <cstring>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt::aio {

namespace {

std::system_error system_failure(int code, const std::string &what) {
  return {code, std::generic_category(), what};
}

/// An address of any family.
struct address {
  int family = AF_UNSPEC;
  socklen_t size = 0;
  sockaddr_storage bytes{};
  const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&bytes); }
};

class unique_socket {
public:
  /// Takes over an open one.
  static unique_socket of(int fd) { return unique_socket(fd, nullptr); }
  explicit unique_socket(int family) : fd(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
    if (fd < 0)
      throw system_failure(errno, "socket");
  }
  unique_socket(unique_socket &&other) noexcept : fd(std::exchange(other.fd, -1)) {}
  ~unique_socket() {
    if (fd >= 0)
      ::close(fd);
  }
  int get() const { return fd; }
  int release() { return std::exchange(fd, -1); }

private:
  unique_socket(int fd, std::nullptr_t) noexcept : fd(fd) {}
  int fd;
};

std::vector<address> look_up(const std::string &host, std::uint16_t port, int flags) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = flags | AI_NUMERICSERV;
  addrinfo *found = nullptr;
  const int failure =
      ::getaddrinfo(host.empty() ? nullptr : host.c_str(), std::to_string(port).c_str(), &wanted, &found);
  if (failure == EAI_NONAME && flags & AI_NUMERICHOST)
    return {};
  if (failure)
    throw error("cannot find host '" + host + "': " + ::gai_strerror(failure));
  const std::unique_ptr<addrinfo, void (*)(addrinfo *)> owned(found, ::freeaddrinfo);
  std::vector<address> all;
  for (const addrinfo *one = found; one; one = one->ai_next) {
    address made;
    made.family = one->ai_family;
    made.size = one->ai_addrlen;
    std::memcpy(&made.bytes, one->ai_addr, one->ai_addrlen);
    all.push_back(made);
  }
  return all;
}

/// Numbers are read at once; a name is asked for in a thread, since the system
/// can only be asked by a call that blocks.
task<std::vector<address>> resolve(std::string host, std::uint16_t port, int flags) {
  std::vector<address> all = look_up(host, port, flags | AI_NUMERICHOST);
  if (all.empty())
    all = co_await to_thread(look_up, std::move(host), port, flags);
  co_return all;
}

address unix_address(const std::string &path) {
  address made;
  auto &at = reinterpret_cast<sockaddr_un &>(made.bytes);
  if (path.empty() || path.size() >= sizeof at.sun_path)
    throw value_error("a Unix socket's path has 1 to " + std::to_string(sizeof at.sun_path - 1) + " bytes");
  at.sun_family = AF_UNIX;
  std::memcpy(at.sun_path, path.c_str(), path.size() + 1);
  made.family = AF_UNIX;
  made.size = sizeof at;
  return made;
}

stream_pair pair_of(event_loop &loop, int fd, stream_options options) {
  // Small writes go out at once. Fails for Unix sockets, which never wait.
  const int yes = 1;
  ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  auto shared = std::make_shared<detail::connection>(loop, fd);
  return {stream_reader(shared, options.limit), stream_writer(shared)};
}

task<stream_pair> connect(address to, stream_options options) {
  event_loop &loop = get_running_loop();
  unique_socket socket(to.family);
  if (::connect(socket.get(), to.get(), to.size) != 0) {
    if (errno != EINPROGRESS)
      throw system_failure(errno, "connect");
    // Writable means that the attempt has ended, either way.
    detail::waiter_list ended;
    struct watch {
      watch(event_loop &loop, int fd, detail::waiter_list &ended) : loop(loop), fd(fd) {
        loop.add_writer(fd, [&ended] { ended.wake_all(); });
      }
      ~watch() { loop.remove_writer(fd); }
      event_loop &loop;
      int fd;
    } watching(loop, socket.get(), ended);
    co_await detail::list_awaiter(ended);
    int failure = 0;
    socklen_t size = sizeof failure;
    ::getsockopt(socket.get(), SOL_SOCKET, SO_ERROR, &failure, &size);
    if (failure)
      throw system_failure(failure, "connect");
  }
  co_return pair_of(loop, socket.release(), options);
}

unique_socket listen_on(const address &at) {
  unique_socket socket(at.family);
  const int yes = 1;
  ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (at.family == AF_INET6)
    ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
  if (::bind(socket.get(), at.get(), at.size) != 0)
    throw system_failure(errno, "bind");
  if (::listen(socket.get(), 100) != 0)
    throw system_failure(errno, "listen");
  return socket;
}

} // namespace

task<stream_pair> open_connection(std::string host, std::uint16_t port, stream_options options) {
  const std::vector<address> all = co_await resolve(std::move(host), port, 0);
  std::exception_ptr failure;
  for (const address &one : all) {
    try {
      co_return co_await connect(one, options);
    } catch (const std::system_error &) {
      failure = std::current_exception();
    }
  }
  if (!failure)
    throw error("the host has no address");
  std::rethrow_exception(failure);
}

task<stream_pair> open_unix_connection(std::string path, stream_options options) {
  co_return co_await connect(unix_address(path), options);
}

// Servers.

struct server::state : std::enable_shared_from_this<server::state> {
  state(event_loop &loop, connection_handler handler, stream_options options)
      : loop(loop), handler(std::move(handler)), options(options) {}

  void listen() {
    for (const unique_socket &one : sockets)
      loop.add_reader(one.get(), [this, fd = one.get()] { accept_all(fd); });
  }
  void pause() {
    for (const unique_socket &one : sockets)
      loop.remove_reader(one.get());
  }
  void close() {
    pause();
    retry.cancel();
    sockets.clear();
    if (!path.empty())
      ::unlink(std::exchange(path, {}).c_str());
    serving = false;
    changed.wake_all();
  }
  void accept_all(int fd);
  /// A connection that was accepted. Its end is noted wherever it is destroyed,
  /// also in the frame of a task that never began.
  struct arrival {
    arrival(std::shared_ptr<state> at, unique_socket socket) : at(std::move(at)), socket(std::move(socket)) {
      ++this->at->connections;
    }
    arrival(arrival &&) = default;
    ~arrival() {
      if (!at)
        return;
      --at->connections;
      at->changed.wake_all();
    }
    std::shared_ptr<state> at;
    unique_socket socket;
  };
  static task<> serve(arrival arrived);

  event_loop &loop;
  connection_handler handler;
  stream_options options;
  std::vector<unique_socket> sockets;
  std::string path;
  bool serving = true;
  std::size_t connections = 0;
  timer_handle retry;
  /// Those who wait for `serving` or `connections` to change.
  detail::waiter_list changed;
};

void server::state::accept_all(int fd) {
  while (serving) {
    const int accepted = ::accept4(fd, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (accepted >= 0) {
      loop.create_task(serve(arrival(shared_from_this(), unique_socket::of(accepted))), "connection");
      continue;
    }
    if (errno == EAGAIN || errno == EWOULDBLOCK)
      return;
    if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
      // The connection stays in the queue: asking again at once would spin.
      loop.call_exception_handler(
          {"server: cannot accept, will try again", std::make_exception_ptr(system_failure(errno, "accept"))});
      pause();
      retry = loop.call_later(std::chrono::seconds(1), [this] { listen(); });
      return;
    }
    // Everything else is that one connection's own fault.
  }
}

task<> server::state::serve(arrival arrived) {
  state &here = *arrived.at;
  auto [reader, writer] = pair_of(here.loop, arrived.socket.release(), here.options);
  co_await here.handler(std::move(reader), std::move(writer));
}

server::~server() {
  if (made)
    made->close();
}

std::uint16_t server::port() const {
  if (made->sockets.empty())
    return 0;
  sockaddr_storage at{};
  socklen_t size = sizeof at;
  ::getsockname(made->sockets.front().get(), reinterpret_cast<sockaddr *>(&at), &size);
  if (at.ss_family == AF_INET)
    return ntohs(reinterpret_cast<const sockaddr_in &>(at).sin_port);
  if (at.ss_family == AF_INET6)
    return ntohs(reinterpret_cast<const sockaddr_in6 &>(at).sin6_port);
  return 0;
}

bool server::is_serving() const noexcept {
  return made->serving;
}

void server::close() {
  made->close();
}

task<> server::wait_closed() {
  const std::shared_ptr<state> kept = made;
  while (kept->serving || kept->connections > 0)
    co_await detail::list_awaiter(kept->changed);
}

task<> server::serve_forever() {
  const std::shared_ptr<state> kept = made;
  struct closer {
    state &of;
    ~closer() { of.close(); }
  } at_the_end{*kept};
  while (kept->serving)
    co_await detail::list_awaiter(kept->changed);
}

task<server> start_server(connection_handler handler, std::string host, std::uint16_t port, stream_options options) {
  auto made = std::make_shared<server::state>(get_running_loop(), std::move(handler), options);
  const std::vector<address> all = co_await resolve(std::move(host), port, AI_PASSIVE);
  for (const address &one : all)
    made->sockets.push_back(listen_on(one));
  made->listen();
  co_return server(std::move(made));
}

task<server> start_unix_server(connection_handler handler, std::string path, stream_options options) {
  auto made = std::make_shared<server::state>(get_running_loop(), std::move(handler), options);
  const address at = unix_address(path);
  ::unlink(path.c_str());
  made->sockets.push_back(listen_on(at));
  made->path = std::move(path);
  made->listen();
  co_return server(std::move(made));
}

} // namespace heddle::rt::aio
