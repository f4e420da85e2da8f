// Main waits on an atomic until the detached thread says it is through.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>

static std::atomic<bool> finished{false};
static int lines_printed;

static void print_lines()
{
    for (int i = 0; i < 12; ++i)
        ++lines_printed;
    finished.store(true);
    finished.notify_one();
}

int main()
{
    std::thread printer(print_lines);
    printer.detach();
    finished.wait(false);
    const int n = lines_printed;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::printf("%d lines\n", n);
    return 0;
}
