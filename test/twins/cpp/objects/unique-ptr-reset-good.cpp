// The global unique_ptr is reset under the mutex of its reader.
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

struct Route
{
    int kilometres = 12;
};

static std::mutex route_mutex;
static auto route = std::make_unique<Route>();

static void reroute()
{
    std::lock_guard<std::mutex> lock(route_mutex);
    route.reset(new Route{30});
}

static int distance()
{
    std::lock_guard<std::mutex> lock(route_mutex);
    return route->kilometres;
}

int main()
{
    std::thread navigator(reroute);
    const int km = distance();
    navigator.join();
    std::printf("%s\n", km == 12 || km == 30 ? "plausible" : "odd");
}
