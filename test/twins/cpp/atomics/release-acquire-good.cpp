// The ready flag is stored with release and loaded with acquire, which publishes the message.
#include <atomic>
#include <cstdio>
#include <thread>

static int message;
static std::atomic<bool> ready{false};

static void send()
{
    message = 4711;
    ready.store(true, std::memory_order_release);
}

static void receive()
{
    while (!ready.load(std::memory_order_acquire))
        std::this_thread::yield();
    std::printf("message %d\n", message);
}

int main()
{
    std::thread receiver(receive);
    std::thread sender(send);
    sender.join();
    receiver.join();
    return 0;
}
