// The writer holds the shared_mutex alone, and the reader takes it shared.
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>

namespace dns
{
std::shared_mutex rw;
std::string primary = "10.0.0.1";

void reconfigure(const std::string &address)
{
    std::unique_lock guard(rw);
    primary = address;
}

std::string server()
{
    std::shared_lock guard(rw);
    return primary;
}
}  // namespace dns

int main()
{
    std::thread admin([] {
        dns::reconfigure("10.0.0.2");
        dns::reconfigure("10.0.0.3");
    });
    std::string used = dns::server();
    admin.join();
    std::printf("asked %s\n", used.c_str());
    return 0;
}
