// A coroutine makes a socket and connects it.
#include "cppcoro/task.hpp"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

cppcoro::task<int> dial(unsigned short port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0)
    co_return -1;
  connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address); // BUG: blocking-in-coroutine
  co_return fd;
}
