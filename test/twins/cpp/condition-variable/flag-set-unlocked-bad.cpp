// The flag the waiting thread tests under the mutex is set without it.
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>

namespace barrier_gate
{
std::mutex m;
std::condition_variable cv;
bool open = false;

void raise()
{
    {
        open = true;  // BUG: unlocked-global
    }
    cv.notify_all();
}

void pass()
{
    using namespace std::chrono_literals;
    std::unique_lock<std::mutex> lock(m);
    while (!open)
        cv.wait_for(lock, 10ms);
}
}  // namespace barrier_gate

int main()
{
    std::thread car(barrier_gate::pass);
    std::thread truck(barrier_gate::pass);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    barrier_gate::raise();
    car.join();
    truck.join();
    std::puts("through");
}
