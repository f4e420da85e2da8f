// The lock was moved into a variable of the whole function, which still holds it at the write.
#include <cstdio>
#include <mutex>
#include <thread>
#include <utility>

static std::mutex page_mutex;
static int page = 1;

static void turn(int by)
{
    std::unique_lock<std::mutex> first(page_mutex);
    std::unique_lock<std::mutex> second(std::move(first));
    {
        page += by;
    }
    if (page < 1)
        page = 1;
}

int main()
{
    std::thread forward([] {
        for (int i = 0; i < 100; ++i)
            turn(+1);
    });
    std::thread back([] {
        for (int i = 0; i < 100; ++i)
            turn(-1);
    });
    forward.join();
    back.join();
    std::printf("page %d\n", page);
    return 0;
}
