//===- mp_connection_test.cpp - messages over pipes ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/event.h"
#include "heddle/rt/thread.h"
#include "mp_test.h"
#include <sys/socket.h>
#include <system_error>

namespace rt = heddle::rt;
using mp::connection;
using mp::entry;
using mp::process;

namespace {

void echo(connection in) {
  try {
    while (true)
      in.send(in.recv<std::string>() + "!");
  } catch (const mp::end_of_file &) {
  }
}

class Connections : public NothingLeft {};

TEST_F(Connections, SendAndReceive) {
  auto [a, b] = mp::pipe();
  a.send(1);
  a.send(std::string("two"));
  EXPECT_EQ(b.recv<int>(), 1);
  EXPECT_EQ(b.recv<std::string>(), "two");
  b.send(std::vector<int>{3});
  EXPECT_EQ(a.recv<std::vector<int>>(), std::vector<int>{3});
}

TEST_F(Connections, OneWay) {
  auto [in, out] = mp::pipe(false);
  EXPECT_TRUE(in.readable() && !in.writable() && out.writable() && !out.readable());
  out.send(1);
  EXPECT_EQ(in.recv<int>(), 1);
  EXPECT_THROW(in.send(1), rt::misuse_error);
  EXPECT_THROW(out.recv<int>(), rt::misuse_error);
}

TEST_F(Connections, ChildSeesTheEndWhenItsPeerCloses) {
  for (auto method : mp::get_all_start_methods()) {
    auto [mine, its] = mp::pipe();
    // The forked child has a copy of `mine`, too; only spawn gives it its own end alone.
    process p = method == mp::start_method::spawn
                    ? process({.method = method}, entry<echo>, std::move(its))
                    : process(
                          {.method = method}, [&mine = mine](connection end) { mine.close(), echo(std::move(end)); },
                          std::move(its));
    EXPECT_TRUE(its.closed()) << "the child has it";
    mine.send(std::string("ping"));
    EXPECT_EQ(mine.recv<std::string>(), "ping!");
    mine.close();
    p.join();
    EXPECT_EQ(p.exitcode(), 0);
  }
}

TEST_F(Connections, EndOfFile) {
  auto [a, b] = mp::pipe();
  a.send(1);
  a.close();
  EXPECT_TRUE(b.poll());
  EXPECT_EQ(b.recv<int>(), 1) << "what was sent before is received";
  EXPECT_TRUE(b.poll()) << "the end, too, is something to receive";
  EXPECT_THROW(b.recv<int>(), mp::end_of_file);
  EXPECT_THROW(b.send(1), std::system_error) << "and no SIGPIPE";
  EXPECT_THROW(a.send(1), rt::misuse_error);
  EXPECT_THROW(a.fileno(), rt::misuse_error);
}

TEST_F(Connections, DeathOfTheOtherSideIsTheEnd) {
  auto [mine, its] = mp::pipe();
  process p([](connection) { std::raise(SIGKILL); }, std::move(its));
  EXPECT_THROW(mine.recv<int>(), mp::end_of_file);
}

TEST_F(Connections, EndInTheMiddleOfAMessage) {
  for (std::size_t kept : {3u, 8u, 12u}) {
    auto [a, b] = mp::pipe();
    std::byte head[16] = {std::byte(100)};
    ASSERT_EQ(::send(a.fileno(), head, kept, 0), static_cast<ssize_t>(kept));
    a.close();
    EXPECT_THROW(b.recv_bytes(), rt::wire_error) << kept;
  }
}

TEST_F(Connections, AFullPipeWaits) {
  auto [mine, its] = mp::pipe();
  mp::event start;
  process p(
      [](connection in, mp::event go) {
        go.wait();
        in.send(in.recv_bytes().size());
      },
      std::move(its), start);
  rt::byte_vector large(4 << 20); // far more than the pipe holds
  rt::thread sender([&mine = mine, &large] { mine.send_bytes(large); });
  EXPECT_FALSE(sender.join(20ms));
  start.set();
  sender.join();
  EXPECT_EQ(mine.recv<std::size_t>(), large.size());
}

TEST_F(Connections, BytesAndTheirLimits) {
  auto [a, b] = mp::pipe();
  std::byte buffer[4];
  a.send_bytes(rt::byte_vector(3, std::byte(7)));
  EXPECT_EQ(b.recv_bytes_into(buffer), 3u);
  EXPECT_EQ(buffer[2], std::byte(7));
  a.send_bytes(rt::byte_vector(10000));
  a.send_bytes({});
  EXPECT_THROW(b.recv_bytes_into(buffer), rt::buffer_too_short);
  EXPECT_EQ(b.recv_bytes_into(buffer), 0u) << "the long one was dropped";
  a.send_bytes(rt::byte_vector(5));
  EXPECT_THROW(b.recv_bytes(4), rt::buffer_too_short);
  EXPECT_TRUE(b.closed());
}

TEST_F(Connections, AnotherTypeIsAnError) {
  auto [a, b] = mp::pipe();
  a.send(1);
  a.send(2);
  EXPECT_THROW(b.recv<std::string>(), rt::wire_error);
  EXPECT_EQ(b.recv<int>(), 2) << "the connection goes on";
}

TEST_F(Connections, Poll) {
  auto [a, b] = mp::pipe();
  EXPECT_FALSE(b.poll());
  EXPECT_FALSE(b.poll(5ms));
  rt::thread sender([&a = a] {
    rt::this_thread::sleep_for(5ms);
    a.send(1);
  });
  EXPECT_TRUE(b.poll(10s));
  EXPECT_TRUE(b.poll({}));
}

TEST_F(Connections, WaitForSeveral) {
  auto [a, b] = mp::pipe();
  auto [c, d] = mp::pipe();
  mp::event end;
  process p([](mp::event e) { e.wait(); }, end);
  EXPECT_TRUE(mp::wait({b, d, p.sentinel()}, 1ms).empty());
  c.send(1);
  EXPECT_EQ(mp::wait({b, d, p.sentinel()}), std::vector<std::size_t>{1});
  a.close();
  end.set();
  p.join();
  EXPECT_EQ(mp::wait({b, d, p.sentinel()}), (std::vector<std::size_t>{0, 1, 2}));
}

TEST_F(Connections, DescriptorsCanBeSent) {
  auto [a, b] = mp::pipe();
  auto [c, d] = mp::pipe();
  a.send_descriptor(c.fileno());
  c.close();
  connection again(b.recv_descriptor());
  again.send(5);
  EXPECT_EQ(d.recv<int>(), 5);
  a.close();
  EXPECT_THROW(b.recv_descriptor(), mp::end_of_file);
}

TEST_F(Connections, CannotBeSentAsAValue) {
  auto [a, b] = mp::pipe();
  auto [c, d] = mp::pipe();
  EXPECT_THROW(a.send(c), rt::process_error);
}

} // namespace
