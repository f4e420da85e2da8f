// One thread gives the second mutex back before it takes the first.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex map_mutex;
static std::mutex player_mutex;
static int explored;
static int energy = 100;

static void explore()
{
    std::lock_guard<std::mutex> map(map_mutex);
    explored += 1;
    std::lock_guard<std::mutex> player(player_mutex);
    energy -= 10;
}

static void rest()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    player_mutex.lock();
    energy += 5;
    player_mutex.unlock();
    map_mutex.lock();
    explored -= 1;
    map_mutex.unlock();
}

int main()
{
    std::thread day(explore);
    std::thread night(rest);
    day.join();
    night.join();
    std::printf("explored %d, energy %d\n", explored, energy);
    return 0;
}
