// The detached thread locks, but main's last look at the global does not.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

namespace
{
std::mutex cheese_mutex;
int cheese = 20;

void mouse()
{
    for (int bite = 0; bite < 5; ++bite)
    {
        {
            std::lock_guard<std::mutex> lock(cheese_mutex);
            --cheese;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

int inspect()
{
    return cheese;  // BUG: unlocked-global
}
}  // namespace

int main()
{
    std::thread(mouse).detach();
    const int left = inspect();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    std::printf("%s\n", left <= 20 ? "fine" : "strange");
    return 0;
}
