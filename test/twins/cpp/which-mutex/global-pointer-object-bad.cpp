// The object behind a global pointer has a mutex which the updater does not take.
#include <cstdio>
#include <memory>
#include <mutex>
#include <thread>

struct Session
{
    std::mutex mutex;
    int messages = 0;
};

static Session *current;

static void receive(int n)
{
    std::lock_guard<std::mutex> lock(current->mutex);
    current->messages += n;
}

static void drop_old()
{
    if (current->messages > 2)  // BUG: unlocked-global
        current->messages = 2;  // BUG: unlocked-global
}

int main()
{
    auto owner = std::make_unique<Session>();
    current = owner.get();
    current->messages = 20;
    std::thread line(receive, 3);
    drop_old();
    line.join();
    std::printf("%d messages\n", current->messages);
    return 0;
}
