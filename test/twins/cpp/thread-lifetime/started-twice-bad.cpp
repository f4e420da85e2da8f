// The same handler is started twice and both instances step the global.
#include <cstdio>
#include <thread>

namespace http
{
unsigned long requests;

void serve(int count)
{
    for (int i = 0; i < count; ++i)
        requests++;  // BUG: unlocked-global
}
}  // namespace http

int main()
{
    std::thread ipv4(http::serve, 80);
    std::thread ipv6(http::serve, 20);
    ipv4.join();
    ipv6.join();
    std::printf("%lu requests\n", http::requests);
}
