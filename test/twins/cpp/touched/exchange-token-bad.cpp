// std::exchange on the global pointer is no atomic exchange.
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
static Cookie *jar = &chocolate;

static bool replace(Cookie *by)
{
    Cookie *before = std::exchange(jar, by);  // BUG: unlocked-global
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
