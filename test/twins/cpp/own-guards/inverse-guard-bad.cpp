// The count is stepped inside the block in which the inverse guard has the mutex unlocked.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

// Unlocks for the length of a block and locks again at its end.
class Unlocked
{
public:
    explicit Unlocked(std::mutex &m) : m_(m) { m_.unlock(); }
    ~Unlocked() { m_.lock(); }
    Unlocked(const Unlocked &) = delete;

private:
    std::mutex &m_;
};

static std::mutex state_mutex;
static int jobs_left = 10;
static int jobs_done;

static void work()
{
    std::lock_guard<std::mutex> lock(state_mutex);
    while (jobs_left > 0)
    {
        --jobs_left;
        {
            Unlocked meanwhile(state_mutex);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            ++jobs_done;  // BUG: unlocked-global
        }
    }
}

int main()
{
    std::thread first(work);
    std::thread second(work);
    first.join();
    second.join();
    std::printf("%d done\n", jobs_done);
}
