// The base class starts its virtual run(), and the override writes without the lock.
#include <cstdio>
#include <mutex>
#include <thread>

class Task
{
public:
    virtual ~Task() = default;
    void start() { thread_ = std::thread(&Task::run, this); }
    void wait() { thread_.join(); }

protected:
    virtual void run() = 0;

private:
    std::thread thread_;
};

static std::mutex result_mutex;
static int result;

class Adder : public Task
{
    void run() override
    {
        for (int i = 0; i < 10; ++i)
        {
            result += i;  // BUG: unlocked-global
        }
    }
};

int main()
{
    Adder adder;
    adder.start();
    {
        std::lock_guard<std::mutex> lock(result_mutex);
        result = result * 2;
    }
    adder.wait();
    std::printf("result %d\n", result);
}
