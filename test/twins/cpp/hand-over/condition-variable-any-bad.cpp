// missed-alarm-today: The log is read when condition_variable_any has given up, hence maybe not handed over.
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

static std::mutex hand_mutex;
static std::condition_variable_any handed;
static bool ready = false;
static std::string log_text;

static void prepare()
{
    log_text = "all systems go";  // BUG: unlocked-global
    {
        std::lock_guard<std::mutex> lock(hand_mutex);
        ready = true;
    }
    handed.notify_all();
}

static std::size_t collect()
{
    {
        std::unique_lock<std::mutex> lock(hand_mutex);
        handed.wait_for(lock, std::chrono::microseconds(1), [] { return ready; });
    }
    return log_text.size();  // BUG: unlocked-global
}

int main()
{
    std::thread t(prepare);
    const std::size_t n = collect();
    t.join();
    std::printf("%zu characters\n", n);
    return 0;
}
