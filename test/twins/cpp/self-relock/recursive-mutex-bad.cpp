// The recursion locks a plain mutex again. tsan-cannot-see: hangs, so only with an argument
#include <cstdio>
#include <mutex>
#include <thread>

using Mutex = std::mutex;

static Mutex tree_mutex;
static int visited;

static void visit(int depth)
{
    std::lock_guard<Mutex> lock(tree_mutex);  // BUG: lock-order-inversion
    ++visited;
    if (depth > 0)
        visit(depth - 1);
}

int main(int argc, char **)
{
    const int depth = argc - 1;
    std::thread left(visit, depth);
    std::thread right(visit, 0);
    left.join();
    right.join();
    std::lock_guard<Mutex> lock(tree_mutex);
    std::printf("visited %d\n", visited);
}
