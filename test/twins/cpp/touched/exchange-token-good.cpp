// The exchange on the global pointer is that of std::atomic.
#include <atomic>
#include <cstdio>
#include <thread>
#include <utility>

struct Cookie
{
    int crumbs;
};

static Cookie chocolate{3};
static Cookie vanilla{4};
static std::atomic<Cookie *> jar = &chocolate;

static bool replace(Cookie *by)
{
    Cookie *before = jar.exchange(by);
    return before != nullptr;
}

int main()
{
    bool a = false;
    bool b = false;
    std::thread s([&a] { a = replace(&vanilla); });
    std::thread t([&b] { b = replace(nullptr); });
    s.join();
    t.join();
    std::printf("%d %d, %d crumbs\n", a, b, chocolate.crumbs);
    return 0;
}
