// missed-alarm-today: Threads are taken from a list and joined one by one, and the loop body reads too early.
#include <chrono>
#include <cstdio>
#include <list>
#include <mutex>
#include <thread>

static std::mutex mutex;
static int longest;

static void run(int length)
{
    std::this_thread::sleep_for(std::chrono::milliseconds(length / 50));
    std::lock_guard<std::mutex> lock(mutex);
    if (length > longest)
        longest = length;
}

int main()
{
    std::list<std::thread> runners;
    for (int metres : {100, 400, 800, 1500})
        runners.push_back(std::thread(run, metres));

    while (!runners.empty())
    {
        runners.front().join();
        runners.pop_front();
        std::printf("longest %d m\n", longest);  // BUG: unlocked-global
    }
}
