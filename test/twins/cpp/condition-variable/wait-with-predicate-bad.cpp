// The consumer reads the result after its waiting block, while the producer makes the next one.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex mutex;
static std::condition_variable changed;
static int round_number;
static int result;

static void produce()
{
    for (int i = 1; i <= 20; ++i)
    {
        {
            std::lock_guard<std::mutex> lock(mutex);
            result = i * i;
            round_number = i;
        }
        changed.notify_one();
        std::this_thread::yield();
    }
}

static int consume()
{
    int copy = 0;
    {
        std::unique_lock<std::mutex> lock(mutex);
        changed.wait(lock, [] { return round_number > 0; });
    }
    copy = result;  // BUG: unlocked-global
    return copy;
}

int main()
{
    std::thread producer(produce);
    const int got = consume();
    producer.join();
    std::printf("got %d\n", got);
    return 0;
}
