// Main sleeps for a while, which is no way to wait for a detached thread.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

static std::atomic<bool> finished{false};
static int lines_printed;

static void print_lines()
{
    for (int i = 0; i < 12; ++i)
        ++lines_printed;  // BUG: unlocked-global
    finished.store(true);
    finished.notify_one();
}

int main()
{
    std::thread printer(print_lines);
    printer.detach();
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    const int n = lines_printed;  // BUG: unlocked-global
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::printf("%d lines\n", n);
    return 0;
}
