// The ready flag is stored and loaded relaxed, which does not publish the message.
#include <atomic>
#include <cstdio>
#include <thread>

static int message;
static std::atomic<bool> ready{false};

static void send()
{
    message = 4711;  // BUG: unlocked-global
    ready.store(true, std::memory_order_relaxed);
}

static void receive()
{
    while (!ready.load(std::memory_order_relaxed))
        std::this_thread::yield();
    std::printf("message %d\n", message);  // BUG: unlocked-global
}

int main()
{
    std::thread receiver(receive);
    std::thread sender(send);
    sender.join();
    receiver.join();
    return 0;
}
