// missed-alarm-today: The stop_callback runs in the thread that requests the stop and writes next to the worker.
#include <cstdio>
#include <mutex>
#include <stop_token>
#include <thread>

static std::mutex state_mutex;
static int state;

static void run(std::stop_token token)
{
    std::stop_callback on_stop(token, [] {
        state = -1;  // BUG: unlocked-global
    });
    for (int i = 0; i < 200 && !token.stop_requested(); ++i)
    {
        std::this_thread::yield();
        std::lock_guard<std::mutex> lock(state_mutex);
        if (state >= 0)
            ++state;
    }
}

int main()
{
    std::jthread worker(run);
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    worker.request_stop();
    worker.join();
    std::puts(state < 0 ? "stopped" : "finished");
}
