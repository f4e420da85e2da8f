// The early path counts the refusal first and then unlocks.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex room_mutex;
static int guests;
static int refused;

static bool check_in()
{
    room_mutex.lock();
    if (guests == 3)
    {
        ++refused;
        room_mutex.unlock();
        return false;
    }
    ++guests;
    room_mutex.unlock();
    return true;
}

int main()
{
    auto arrive = [] {
        for (int i = 0; i < 200; ++i)
            check_in();
    };
    std::thread bus(arrive);
    std::thread train(arrive);
    bus.join();
    train.join();
    std::printf("%d guests, %d refused\n", guests, refused);
}
