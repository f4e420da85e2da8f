// The payload is written again after the flag has been raised.
#include <atomic>
#include <cstdio>
#include <thread>

namespace
{
struct Payload
{
    int head = 0;
    int tail = 0;
} payload;
std::atomic<bool> published;

void writer()
{
    payload.head = 1;
    published = true;
    payload.tail = 2;  // BUG: unlocked-global
}

void reader()
{
    while (!published)
        std::this_thread::yield();
    const int sum = payload.head + payload.tail;  // BUG: unlocked-global
    std::printf("sum %d\n", sum);
}
}  // namespace

int main()
{
    std::thread r(reader);
    std::thread w(writer);
    r.join();
    w.join();
}
