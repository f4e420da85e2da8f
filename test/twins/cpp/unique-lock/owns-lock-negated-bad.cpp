// The test of the try-lock is the wrong way round: it goes on where the lock was not got.
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
std::mutex seat_mutex;
int free_seats = 1000;

bool book()
{
    std::unique_lock lock(seat_mutex, std::try_to_lock);
    if (lock)
        return false;
    --free_seats;  // BUG: unlocked-global
    return true;
}

void agency()
{
    for (int i = 0; i < 3000; ++i)
        book();
}
}  // namespace

int main()
{
    std::thread a(agency);
    std::thread b(agency);
    std::thread holder([] {
        for (int i = 0; i < 3000; ++i)
        {
            std::lock_guard hold(seat_mutex);
            std::this_thread::yield();
        }
    });
    a.join();
    b.join();
    holder.join();
    std::printf("%d seats\n", free_seats);
}
