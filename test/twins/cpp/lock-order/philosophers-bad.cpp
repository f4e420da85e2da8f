// missed-alarm-today: Every philosopher takes the left fork first, and the forks lie in a circle.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

static constexpr std::size_t kSeats = 3;
static std::array<std::mutex, kSeats> forks;
static std::array<int, kSeats> meals;

static void dine(std::size_t seat)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(15 * seat));
    const std::size_t left = seat;
    const std::size_t right = (seat + 1) % kSeats;
    std::lock_guard<std::mutex> one(forks[left]);
    std::lock_guard<std::mutex> two(forks[right]);  // BUG: lock-order-inversion
    ++meals[seat];
}

int main()
{
    std::vector<std::thread> philosophers;
    for (std::size_t seat = 0; seat < kSeats; ++seat)
        philosophers.emplace_back(dine, seat);
    for (auto &p : philosophers)
        p.join();
    const int total = meals[0] + meals[1] + meals[2];
    std::printf("%d meals\n", total);
    return 0;
}
