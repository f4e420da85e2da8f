// The batch is a reference to the global vector, walked after the guard is gone.
#include <cstdio>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

static std::mutex inbox_mutex;
static std::vector<int> inbox;

static void post(int from)
{
    for (int i = 0; i < 20; ++i)
    {
        std::lock_guard<std::mutex> lock(inbox_mutex);
        inbox.push_back(from + i);
    }
}

static int handle_all()
{
    std::unique_lock<std::mutex> lock(inbox_mutex);
    std::vector<int> &batch = inbox;
    lock.unlock();

    int sum = 0;
    for (int mail : batch)  // BUG: unlocked-global
        sum += mail;
    return sum;
}

int main()
{
    std::thread a(post, 100);
    const int sum = handle_all();
    a.join();
    std::printf("handled %d, later %d\n", sum, handle_all());
}
