// The object behind a global pointer has a mutex and the updater takes it.
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
    std::lock_guard<std::mutex> lock(current->mutex);
    if (current->messages > 2)
        current->messages = 2;
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
