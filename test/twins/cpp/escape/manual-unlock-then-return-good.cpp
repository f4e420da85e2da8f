// The value is read under the guard, which the return statement still has.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex speed_mutex;
static int speed;

static void accelerate(int by)
{
    std::lock_guard<std::mutex> lock(speed_mutex);
    speed += by;
}

static int current_speed()
{
    std::lock_guard<std::mutex> lock(speed_mutex);
    return speed;
}

int main()
{
    std::thread engine([] {
        for (int i = 0; i < 2000; ++i)
            accelerate(1);
    });
    int fastest = 0;
    for (int i = 0; i < 2000; ++i)
        fastest = std::max(fastest, current_speed());
    engine.join();
    std::printf("%s\n", fastest <= 2000 ? "legal" : "too fast");
    return 0;
}
