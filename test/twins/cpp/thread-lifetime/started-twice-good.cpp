// The handler is started once, and main leaves its global alone until the join.
#include <cstdio>
#include <thread>

namespace http
{
unsigned long requests;

void serve(int count)
{
    for (int i = 0; i < count; ++i)
        requests++;
}
}  // namespace http

int main()
{
    std::thread ipv4(http::serve, 80);
    std::thread ipv6([] { std::puts("no IPv6 here"); });
    ipv4.join();
    ipv6.join();
    std::printf("%lu requests\n", http::requests);
}
