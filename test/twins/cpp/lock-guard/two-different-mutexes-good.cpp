// Both sides lock the same mutex.
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
std::mutex input_mutex;
[[maybe_unused]] std::mutex output_mutex;
int pending = 0;

void submit(int n)
{
    std::lock_guard<std::mutex> lock(input_mutex);
    pending += n;
}

void complete(int n)
{
    std::lock_guard<std::mutex> lock(input_mutex);
    pending -= n;
}
}  // namespace

int main()
{
    std::thread in([] {
        for (int i = 0; i < 20; ++i)
            submit(i);
    });
    std::thread out([] {
        for (int i = 0; i < 20; ++i)
            complete(i);
    });
    in.join();
    out.join();
    std::printf("%d pending\n", pending);
}
