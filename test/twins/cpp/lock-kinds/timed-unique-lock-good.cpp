// The timed unique_lock may have given up, and the write is inside the test for it.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

static std::timed_mutex buffer_mutex;
static int buffered;
static int dropped_by[2];

static void store(int who)
{
    std::unique_lock<std::timed_mutex> lock(buffer_mutex, std::chrono::milliseconds(2));
    if (!lock)
        ++dropped_by[who];
    else
        ++buffered;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

int main()
{
    auto work = [](int who) {
        for (int i = 0; i < 4; ++i)
            store(who);
    };
    std::thread a(work, 0);
    std::thread b(work, 1);
    a.join();
    b.join();
    std::printf("%d stored, %d+%d dropped\n", buffered, dropped_by[0], dropped_by[1]);
    return 0;
}
