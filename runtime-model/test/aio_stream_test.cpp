//===- aio_stream_test.cpp - tests of streams and servers ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace {

aio::task<> echo(aio::stream_reader in, aio::stream_writer out) {
  while (true) {
    const std::string line = co_await in.readline();
    if (line.empty())
      break;
    out.write(line);
    co_await out.drain();
  }
  out.close();
  co_await out.wait_closed();
}

/// Two ends of one connection.
struct ends {
  ends() {
    int fds[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds), 0);
    aio::event_loop &loop = aio::get_running_loop();
    auto a = std::make_shared<aio::detail::connection>(loop, fds[0]);
    auto b = std::make_shared<aio::detail::connection>(loop, fds[1]);
    near.emplace(aio::stream_pair{aio::stream_reader(a, 100), aio::stream_writer(a)});
    far.emplace(aio::stream_pair{aio::stream_reader(b, 100), aio::stream_writer(b)});
  }
  std::optional<aio::stream_pair> near;
  std::optional<aio::stream_pair> far;
};

TEST(stream, talks_to_a_server_over_tcp) {
  const std::size_t before = open_descriptors();
  run([]() -> aio::task<> {
    aio::server server = co_await aio::start_server(echo, "127.0.0.1", 0);
    EXPECT_GT(server.port(), 0);
    auto talk = [](std::uint16_t port, int n) -> aio::task<std::string> {
      auto [in, out] = co_await aio::open_connection("localhost", port);
      const std::string line = "hello " + std::to_string(n) + "\n";
      out.write(line);
      co_await out.drain();
      const std::string answer = co_await in.readline();
      out.close();
      co_await out.wait_closed();
      co_return answer;
    };
    std::vector<aio::task<std::string>> all;
    for (int i = 0; i < 50; ++i)
      all.push_back(talk(server.port(), i));
    const std::vector<std::string> answers = co_await aio::gather(all);
    EXPECT_EQ(answers[49], "hello 49\n");
    server.close();
    EXPECT_FALSE(server.is_serving());
    co_await server.wait_closed();
  }());
  EXPECT_EQ(open_descriptors(), before);
}

TEST(stream, talks_over_a_unix_socket_and_serves_until_cancelled) {
  const std::size_t before = open_descriptors();
  const std::string path = "/tmp/heddle-rt-test-" + std::to_string(::getpid());
  run([](std::string path) -> aio::task<> {
    auto serve = [](std::string path) -> aio::task<> {
      aio::server server = co_await aio::start_unix_server(echo, path);
      co_await server.serve_forever();
    };
    aio::task_handle<> serving = aio::create_task(serve(path));
    co_await aio::sleep(2ms);
    auto [in, out] = co_await aio::open_unix_connection(path);
    out.writelines(std::vector<std::string>{"a\n", "b\n"});
    out.write_eof();
    EXPECT_EQ(co_await in.read(), "a\nb\n");
    EXPECT_TRUE(in.at_eof());
    serving.cancel();
    EXPECT_THROW(co_await serving, rt::cancelled_error);
    out.close();
  }(path));
  EXPECT_NE(::access(path.c_str(), F_OK), 0);
  EXPECT_EQ(open_descriptors(), before);
}

TEST(stream, connecting_to_nobody_fails) {
  const std::size_t before = open_descriptors();
  run([]() -> aio::task<> {
    aio::server server = co_await aio::start_server(echo, "127.0.0.1", 0);
    const std::uint16_t port = server.port();
    server.close();
    EXPECT_THROW(co_await aio::open_connection("127.0.0.1", port), std::system_error);
    EXPECT_THROW(co_await aio::open_unix_connection("/nowhere/at/all"), std::system_error);
    EXPECT_THROW(co_await aio::open_unix_connection(std::string(200, 'x')), rt::value_error);
  }());
  EXPECT_EQ(open_descriptors(), before);
}

TEST(stream_reader, reads_exactly_until_and_some) {
  run([]() -> aio::task<> {
    ends e;
    e.far->writer.write("abcdefXYrest\nlast");
    e.far->writer.close();
    aio::stream_reader &in = e.near->reader;
    EXPECT_EQ(co_await in.readexactly(2), "ab");
    EXPECT_EQ(co_await in.readuntil("XY"), "cdefXY");
    EXPECT_EQ(co_await in.readline(), "rest\n");
    EXPECT_FALSE(in.at_eof());
    EXPECT_EQ(co_await in.read(2), "la");
    try {
      co_await in.readexactly(9);
      ADD_FAILURE();
    } catch (const aio::incomplete_read_error &end) {
      EXPECT_EQ(end.partial(), "st");
      EXPECT_EQ(end.expected(), 9u);
    }
    EXPECT_TRUE(in.at_eof());
    EXPECT_EQ(co_await in.read(5), "");
    EXPECT_EQ(co_await in.readline(), "");
    EXPECT_THROW(co_await in.readuntil(), aio::incomplete_read_error);
    EXPECT_THROW(co_await in.readuntil(""), rt::value_error);
    e.near->writer.close();
  }());
}

TEST(stream_reader, finds_a_separator_that_comes_in_pieces) {
  run([]() -> aio::task<> {
    ends e;
    auto send = [](aio::stream_writer &out) -> aio::task<> {
      for (const char *part : {"one<", "-", ">two<-", ">"}) {
        out.write(part);
        co_await aio::sleep(1ms);
      }
    };
    aio::task_handle<> sender = aio::create_task(send(e.far->writer));
    EXPECT_EQ(co_await e.near->reader.readuntil("<->"), "one<->");
    EXPECT_EQ(co_await e.near->reader.readuntil("<->"), "two<->");
    co_await sender;
    e.near->writer.close();
    e.far->writer.close();
  }());
}

TEST(stream_reader, keeps_its_limit) {
  run([]() -> aio::task<> {
    ends e;
    e.far->writer.write(std::string(150, 'x') + "\nshort\n");
    EXPECT_THROW(co_await e.near->reader.readuntil("\n"), aio::limit_overrun_error);
    EXPECT_THROW(co_await e.near->reader.readline(), rt::value_error);
    EXPECT_EQ(co_await e.near->reader.readline(), "short\n");
    e.near->writer.close();
    e.far->writer.close();
  }());
}

TEST(stream_reader, refuses_a_second_reader_and_can_be_cancelled) {
  run([]() -> aio::task<> {
    ends e;
    auto read = [](aio::stream_reader &in) -> aio::task<std::string> { co_return co_await in.read(10); };
    aio::task_handle<std::string> first = aio::create_task(read(e.near->reader));
    co_await aio::yield();
    EXPECT_THROW(co_await e.near->reader.read(1), rt::misuse_error);
    first.cancel();
    EXPECT_THROW(co_await first, rt::cancelled_error);
    e.far->writer.write("later");
    EXPECT_EQ(co_await e.near->reader.read(10), "later");
    aio::task_handle<std::string> second = aio::create_task(read(e.near->reader));
    co_await aio::yield();
    e.near->writer.close(); // a reader that waits sees the end
    EXPECT_EQ(co_await second, "");
    e.far->writer.close();
  }());
}

TEST(stream_writer, drain_waits_for_a_slow_reader) {
  run([]() -> aio::task<> {
    ends e;
    constexpr std::size_t size = 4'000'000;
    bool drained = false;
    auto send = [](aio::stream_writer &out, bool &drained) -> aio::task<> {
      out.write(std::string(size, 'x'));
      EXPECT_GT(out.buffered(), 64u * 1024);
      co_await out.drain();
      drained = true;
      EXPECT_LE(out.buffered(), 16u * 1024);
      out.close();
      EXPECT_TRUE(out.is_closing());
      EXPECT_THROW(out.write("more"), rt::misuse_error);
      co_await out.wait_closed();
    };
    aio::task_handle<> sender = aio::create_task(send(e.far->writer, drained));
    co_await aio::sleep(2ms);
    EXPECT_FALSE(drained);
    std::size_t got = 0;
    while (true) {
      const std::string part = co_await e.near->reader.read(100'000);
      if (part.empty())
        break;
      got += part.size();
    }
    EXPECT_EQ(got, size);
    co_await sender;
    EXPECT_TRUE(drained);
    EXPECT_THROW(e.near->writer.set_write_buffer_limits(1, 2), rt::value_error);
    e.near->writer.close();
  }());
}

TEST(stream_writer, tells_that_the_other_side_is_gone) {
  run([]() -> aio::task<> {
    ends e;
    e.near->writer.close();
    e.far->writer.write("into the void");
    EXPECT_THROW(co_await e.far->writer.drain(), std::system_error);
    e.far->writer.write("ignored");
    e.far->writer.close();
    EXPECT_THROW(co_await e.far->writer.wait_closed(), std::system_error);
  }());
}

TEST(stream_writer, forgotten_is_closed_and_reported_in_debug_mode) {
  const std::size_t before = open_descriptors();
  const reports seen;
  aio::run(
      []() -> aio::task<> {
        ends e;
        co_return;
      }(),
      {.debug = true});
  EXPECT_TRUE(seen.contain("destroyed and not closed"));
  EXPECT_EQ(open_descriptors(), before);
}

TEST(server, ended_under_load_leaves_no_descriptor) {
  const std::size_t before = open_descriptors();
  const reports quiet;
  for (int round = 0; round < 5; ++round)
    run([]() -> aio::task<> {
      aio::server server = co_await aio::start_server(echo, "127.0.0.1", 0);
      auto connect = [](std::uint16_t port) -> aio::task<> {
        auto [in, out] = co_await aio::open_connection("127.0.0.1", port);
        out.write("x\n");
        co_await in.readline();
        co_await in.readline();
      };
      std::vector<aio::task_handle<>> all;
      for (int i = 0; i < 20; ++i)
        all.push_back(aio::create_task(connect(server.port())));
      co_await aio::wait(all, 1ms);
    }());
  EXPECT_EQ(open_descriptors(), before);
}

} // namespace
