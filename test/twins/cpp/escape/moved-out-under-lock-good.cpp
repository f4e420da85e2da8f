// The batch is moved out of the global vector under the guard and walked in peace.
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
    std::vector<int> batch = std::move(inbox);
    inbox.clear();
    lock.unlock();

    int sum = 0;
    for (int mail : batch)
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
