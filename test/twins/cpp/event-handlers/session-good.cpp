// The handler hands the work to a pool of threads, which posts the answer back.
#include "boost/asio.hpp"
#include <cstdio>
#include <memory>
#include <string>

using boost::asio::ip::tcp;

class Session : public std::enable_shared_from_this<Session> {
public:
  Session(tcp::socket Socket, boost::asio::io_context &Loop, boost::asio::thread_pool &Pool)
      : Socket(std::move(Socket)), Loop(Loop), Pool(Pool) {}

  void read() {
    auto Self(shared_from_this());
    Socket.async_read_some(boost::asio::buffer(Data), [this, Self](boost::asio::error_code Error, std::size_t Length) {
      if (!Error)
        answer(std::string(Data, Length));
    });
  }

private:
  static std::string evaluate(const std::string &Request) {
    std::string Answer;
    char Line[256];
    FILE *Program = popen(Request.c_str(), "r");
    while (Program && fgets(Line, sizeof Line, Program))
      Answer += Line;
    return Answer;
  }
  void answer(std::string Request) {
    auto Self(shared_from_this());
    boost::asio::post(Pool, [this, Self, Request] {
      std::string Answer = evaluate(Request);
      boost::asio::post(Loop, [this, Self, Answer] { write(Answer); });
    });
  }
  void write(std::string Answer) {
    auto Self(shared_from_this());
    boost::asio::async_write(Socket, boost::asio::buffer(Answer),
                             [this, Self](boost::asio::error_code, std::size_t) { read(); });
  }

  tcp::socket Socket;
  boost::asio::io_context &Loop;
  boost::asio::thread_pool &Pool;
  char Data[1024];
};
