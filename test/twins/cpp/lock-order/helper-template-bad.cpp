// The helper template locks its arguments in turn, and two callers swap them.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

template <typename F>
static void with_both(std::mutex &first, std::mutex &second, F action)
{
    std::lock_guard<std::mutex> a(first);
    std::lock_guard<std::mutex> b(second);  // BUG: lock-order-inversion
    action();
}

static std::mutex ink_mutex;
static std::mutex paper_mutex;
static int ink = 100;
static int paper = 100;

static void print_page()
{
    with_both(ink_mutex, paper_mutex, [] {
        ink -= 2;
        paper -= 1;
    });
}

static void refill()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    auto add = [] {
        ink += 50;
        paper += 500;
    };
    with_both(paper_mutex, ink_mutex, add);
}

int main()
{
    std::thread job(print_page);
    std::thread service(refill);
    job.join();
    service.join();
    std::printf("%d%% ink, %d sheets\n", ink, paper);
}
