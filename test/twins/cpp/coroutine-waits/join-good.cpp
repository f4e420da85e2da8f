// A coroutine starts a thread, and the thread resumes it.
#include <coroutine>
#include <thread>

#include "cppcoro/task.hpp"

int heavy(int n)
{
    long x = n;
    for (int i = 0; i < 1000000; ++i)
        x = x * 31 + 7;
    return static_cast<int>(x);
}

struct OnThread
{
    int n;
    int result = 0;
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        std::thread([this, handle] {
            result = heavy(n);
            handle.resume();
        }).detach();
    }
    int await_resume() { return result; }
};

cppcoro::task<int> compute(int n)
{
    co_return co_await OnThread{n};
}
