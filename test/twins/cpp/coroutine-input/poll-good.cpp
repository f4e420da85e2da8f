// poll with no time.
#include "cppcoro/io_service.hpp"
#include <poll.h>
#include <unistd.h>

cppcoro::task<int> readByte(cppcoro::io_service &Service, int Descriptor) {
  pollfd One{Descriptor, POLLIN, 0};
  while (poll(&One, 1, 0) == 0)
    co_await Service.schedule();
  char Byte = 0;
  co_return read(Descriptor, &Byte, 1) == 1 ? Byte : -1;
}
