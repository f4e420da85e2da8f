// The second guard adopts the mutex that the first has released.
#include <cstdio>
#include <mutex>
#include <thread>

static std::mutex menu_mutex;
static int soups = 2;

static void add_soup(bool twice)
{
    std::unique_lock<std::mutex> lock(menu_mutex);
    ++soups;
    if (twice)
    {
        std::mutex *same = lock.release();
        std::lock_guard<std::mutex> again(*same, std::adopt_lock);
        ++soups;
    }
}

int main(int argc, char **)
{
    std::thread cook(add_soup, argc > 1);
    std::thread helper(add_soup, false);
    cook.join();
    helper.join();
    std::printf("%d soups\n", soups);
}
