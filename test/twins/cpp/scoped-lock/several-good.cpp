// The scoped_lock names the mutexes of both ends.
#include <cstdio>
#include <mutex>
#include <thread>

struct Tank
{
    std::mutex mutex;
    int litres = 100;
};

static Tank rain;
static Tank garden;

static void pour(Tank &from, Tank &to, int litres)
{
    std::scoped_lock lock(from.mutex, to.mutex);
    from.litres -= litres;
    to.litres += litres;
}

int main()
{
    std::thread forth([] {
        for (int i = 0; i < 10; ++i)
            pour(rain, garden, 3);
    });
    std::thread back([] {
        for (int i = 0; i < 10; ++i)
            pour(garden, rain, 2);
    });
    forth.join();
    back.join();
    std::printf("%d / %d\n", rain.litres, garden.litres);
}
