// The member function starts to resolve the name.
#include "asio.hpp"
#include <string>

using asio::ip::tcp;

class Proxy {
public:
  explicit Proxy(asio::io_context &IO) : Acceptor(IO, tcp::endpoint(tcp::v4(), 8080)), Resolver(IO), Client(IO) { accept(); }

private:
  void accept() {
    Acceptor.async_accept(Client, [this](asio::error_code Error) {
      if (!Error)
        open("example.org");
      accept();
    });
  }
  void open(const std::string &Host) {
    Resolver.async_resolve(Host, "http", [this](asio::error_code, tcp::resolver::results_type Found) { Target = Found; });
  }

  tcp::acceptor Acceptor;
  tcp::resolver Resolver;
  tcp::socket Client;
  tcp::resolver::results_type Target;
};

int main() {
  asio::io_context IO;
  Proxy One(IO);
  IO.run();
}
