// The payload is written for the last time before the flag is raised.
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
    payload.tail = 2;
    published = true;
}

void reader()
{
    while (!published)
        std::this_thread::yield();
    const int sum = payload.head + payload.tail;
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
