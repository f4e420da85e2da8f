//===- three_pages.cpp - three pages fetched at once ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The pages come from a server of our own, on the loopback interface, which
// needs a while for each: fetched one after the other, they would take three
// times as long.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include <cstdio>

namespace aio = heddle::rt::aio;
using namespace std::chrono_literals;

static int being_served = 0;
static int most_at_once = 0;

static aio::task<> serve(aio::stream_reader in, aio::stream_writer out) {
  const std::string request = co_await in.readuntil("\r\n\r\n");
  const std::string path = request.substr(4, request.find(' ', 4) - 4);
  most_at_once = std::max(most_at_once, ++being_served);
  co_await aio::sleep(50ms);
  --being_served;
  out.write("HTTP/1.0 200 OK\r\n\r\n<html>page " + path + "</html>");
  out.close();
  co_await out.wait_closed();
}

static aio::task<std::string> get_page(std::uint16_t port, std::string path) {
  auto [in, out] = co_await aio::open_connection("127.0.0.1", port);
  out.write("GET " + path + " HTTP/1.0\r\n\r\n");
  co_await in.readuntil("\r\n\r\n");
  std::string text = co_await in.read();
  out.close();
  co_await out.wait_closed();
  co_return text;
}

static aio::task<> amain() {
  aio::server server = co_await aio::start_server(serve, "127.0.0.1", 0);
  auto [a, b, c] = co_await aio::gather(get_page(server.port(), "/google"), get_page(server.port(), "/bing"),
                                        get_page(server.port(), "/yahoo"));
  std::printf("%s\n%s\n%s\n", a.c_str(), b.c_str(), c.c_str());
  std::printf("%d at once\n", most_at_once);
}

int main() {
  aio::run(amain());
}

// CHECK: <html>page /google</html>
// CHECK-NEXT: <html>page /bing</html>
// CHECK-NEXT: <html>page /yahoo</html>
// CHECK-NEXT: 3 at once
