// After the slow part the lock is taken again.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

struct Weather
{
    std::mutex mutex;
    int requests = 0;
    int degrees = 0;
};

static Weather weather;

static int ask_station(int id)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return 15 + id;
}

static void update(int id)
{
    std::unique_lock<std::mutex> lock(weather.mutex);
    ++weather.requests;
    lock.unlock();

    const int answer = ask_station(id);

    lock.lock();
    weather.degrees = answer;
}

int main()
{
    std::thread north(update, 1);
    std::thread south(update, 7);
    north.join();
    south.join();
    std::printf("%d degrees after %d requests\n", weather.degrees, weather.requests);
}
