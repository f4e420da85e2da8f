// Both orders are taken behind the gate mutex, so never at once. tsan-false-alarm: knows no gates
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex gate;
static std::mutex left_mutex;
static std::mutex right_mutex;
static int left_hand;
static int right_hand;

static void juggle()
{
    std::lock_guard<std::mutex> pass(gate);
    std::lock_guard<std::mutex> l(left_mutex);
    std::lock_guard<std::mutex> r(right_mutex);
    left_hand++;
    right_hand--;
}

static void juggle_back()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    std::lock_guard<std::mutex> pass(gate);
    std::lock_guard<std::mutex> r(right_mutex);
    std::lock_guard<std::mutex> l(left_mutex);
    right_hand++;
    left_hand--;
}

int main()
{
    std::thread clockwise(juggle);
    std::thread counter(juggle_back);
    clockwise.join();
    counter.join();
    std::printf("%d %d\n", left_hand, right_hand);
    return 0;
}
