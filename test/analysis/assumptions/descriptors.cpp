// A62: descriptors block in a coroutine, and are ready in a callback, unless the file shows otherwise.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 -isystem %root/test/support/mock 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include "asio.hpp"
#include "cppcoro/io_service.hpp"
#include "event2/event.h"
#include <cerrno>
#include <future>
#include <sys/socket.h>
#include <unistd.h>

cppcoro::task<char> fromElsewhere(int Descriptor) {
  char Byte = 0;
  // CHECK: descriptors.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'read' waits for input in coroutine 'fromElsewhere'
  read(Descriptor, &Byte, 1); // false alarm, if another file made it non-blocking
  co_return Byte;
}

cppcoro::task<char> again(cppcoro::io_service &Service, int Descriptor) {
  char Byte = 0;
  while (read(Descriptor, &Byte, 1) < 0 && errno == EAGAIN)
    co_await Service.schedule();
  co_return Byte;
}

static void onEvent(evutil_socket_t Socket, short, void *Other) {
  char Byte = 0;
  read(Socket, &Byte, 1);
  read(*static_cast<int *>(Other), &Byte, 1); // missed, if it is not ready
  int Own = socket(AF_INET, SOCK_STREAM, 0);
  // CHECK: descriptors.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'recv' waits for input in 'onEvent', which an event loop calls
  recv(Own, &Byte, 1, 0);
}
void watch(event_base *Base, int *Other) { event_add(event_new(Base, 3, EV_READ, onEvent, Other), nullptr); }

cppcoro::task<int> asked(std::future<int> Answer) {
  if (Answer.wait_for(std::chrono::seconds(0)) == std::future_status::timeout)
    co_return Answer.get(); // missed: it is not there
  co_return Answer.get();
}
