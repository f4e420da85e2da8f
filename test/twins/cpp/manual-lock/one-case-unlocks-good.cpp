// Every case leaves the mutex locked until the counter at the end was stepped.
#include <cstdio>
#include <mutex>
#include <thread>

enum class Command
{
    Up,
    Down,
    Reset
};

static std::mutex lift_mutex;
static int lift_floor;
static int lift_moves;

static void operate(Command command)
{
    std::unique_lock<std::mutex> lock(lift_mutex);
    switch (command)
    {
    case Command::Up:
        lift_floor++;
        break;
    case Command::Down:
        lift_floor--;
        break;
    case Command::Reset:
        lift_floor = 0;
        break;
    }
    ++lift_moves;
}

int main()
{
    auto ride = [] {
        for (int i = 0; i < 30; ++i)
            operate(static_cast<Command>(i % 3));
    };
    std::thread a(ride);
    std::thread b(ride);
    a.join();
    b.join();
    std::printf("floor %d after %d moves\n", lift_floor, lift_moves);
}
