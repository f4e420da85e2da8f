// The inline variable in a nested namespace is written by two threads.
#include <cstdio>
#include <thread>

namespace app::settings
{
inline int timeout_ms = 250;
}  // namespace app::settings

static int patience(int retries)
{
    int &ms = app::settings::timeout_ms;
    return ms += 10 * retries;  // BUG: unlocked-global
}

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a] { a = patience(2); });
    std::thread t([&b] { b = patience(4); });
    s.join();
    t.join();
    std::printf("%d and %d of %d ms\n", a, b, app::settings::timeout_ms);
    return 0;
}
