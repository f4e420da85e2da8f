// The second guard locks the same mutex. tsan-cannot-see: hangs, so only with an argument
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
        std::mutex *same = lock.mutex();
        std::lock_guard<std::mutex> again(*same);  // BUG: lock-order-inversion
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
