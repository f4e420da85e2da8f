// The helper expects its caller to hold the mutex; one of two callers does not.
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

namespace undo
{
std::mutex stack_mutex;
std::vector<int> stack;

// Caller holds stack_mutex.
void trim_locked()
{
    while (stack.size() > 4)  // BUG: unlocked-global
        stack.pop_back();     // BUG: unlocked-global
}

void push(int change)
{
    std::lock_guard<std::mutex> lock(stack_mutex);
    stack.push_back(change);
    trim_locked();
}

void idle()
{
    trim_locked();
    std::this_thread::yield();
}
}  // namespace undo

int main()
{
    undo::stack.assign({1, 2, 3, 4, 5, 6});
    std::thread tidy([] {
        for (int i = 0; i < 50; ++i)
            undo::idle();
    });
    for (int i = 0; i < 50; ++i)
        undo::push(i);
    tidy.join();
    std::printf("%zu changes\n", undo::stack.size());
    return 0;
}
