// A local reference to a field of the global object is written in the guard's block.
#include <cstdio>
#include <mutex>
#include <thread>

struct Robot
{
    std::mutex mutex;
    struct
    {
        int x = 0;
        int y = 0;
    } position;
};

static Robot robot;

static void walk(int dx)
{
    auto &x = robot.position.x;
    {
        std::lock_guard<std::mutex> lock(robot.mutex);
        robot.position.y = 0;
        x += dx;
    }
}

int main()
{
    std::thread remote([] { walk(+2); });
    std::thread autopilot([] { walk(-1); });
    remote.join();
    autopilot.join();
    std::printf("(%d, %d)\n", robot.position.x, robot.position.y);
}
