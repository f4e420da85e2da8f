// std::for_each joins the threads, yet main looks at the global queue before that line.
#include <algorithm>
#include <cstdio>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

static std::mutex queue_mutex;
static std::deque<int> queue;

static void produce(int seed)
{
    for (int i = 0; i < 5; ++i)
    {
        std::lock_guard<std::mutex> lock(queue_mutex);
        queue.push_back(seed + i);
    }
}

int main()
{
    std::vector<std::thread> producers;
    for (int i = 0; i < 3; ++i)
        producers.emplace_back(produce, i * 100);

    int got = 0;
    if (!queue.empty())  // BUG: unlocked-global
        ++got;
    std::for_each(producers.begin(), producers.end(), std::mem_fn(&std::thread::join));
    std::printf("%s\n", got ? "something came in time" : "nothing yet");
}
