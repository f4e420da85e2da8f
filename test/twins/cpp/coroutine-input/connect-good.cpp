// The socket is made non-blocking.
#include "cppcoro/task.hpp"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

cppcoro::task<int> dial(unsigned short port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (fd < 0)
    co_return -1;
  connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address);
  co_return fd;
}
