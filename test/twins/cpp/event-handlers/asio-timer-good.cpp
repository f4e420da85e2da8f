// A handler of an Asio timer starts the timer again.
#include "asio.hpp"
#include <chrono>
#include <functional>
#include <thread>

class Printer
{
public:
    explicit Printer(asio::io_context &io) : timer_(io, std::chrono::seconds(1))
    {
        timer_.async_wait(std::bind(&Printer::print, this));
    }

    void print()
    {
        if (count_++ >= 5)
            return;
        timer_.expires_at(timer_.expiry() + std::chrono::seconds(1));
        timer_.async_wait(std::bind(&Printer::print, this));
    }

private:
    asio::steady_timer timer_;
    int count_ = 0;
};

int main()
{
    asio::io_context io;
    Printer p(io);
    io.run();
}
