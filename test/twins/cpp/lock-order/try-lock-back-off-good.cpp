// The thread that goes against the order only tries its second mutex and backs off.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex inbox_mutex;
static std::mutex outbox_mutex;
static int inbox = 5;
static int outbox;

static void answer()
{
    std::lock_guard<std::mutex> in(inbox_mutex);
    std::lock_guard<std::mutex> out(outbox_mutex);
    --inbox;
    ++outbox;
}

static bool bounce()
{
    std::lock_guard<std::mutex> out(outbox_mutex);
    std::unique_lock<std::mutex> in(inbox_mutex, std::try_to_lock);
    if (!in.owns_lock())
        return false;
    if (outbox > 0)
    {
        --outbox;
        ++inbox;
    }
    return true;
}

int main()
{
    std::thread user(answer);
    std::thread server([] {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        while (!bounce())
            std::this_thread::yield();
    });
    user.join();
    server.join();
    std::printf("%d in, %d out\n", inbox, outbox);
}
