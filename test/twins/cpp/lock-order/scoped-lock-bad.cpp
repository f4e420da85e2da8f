// Two single scoped_locks follow each other, in both orders.
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>

struct Node
{
    std::mutex mutex;
    int load = 8;
};

static Node alpha;
static Node beta;

static void to_beta()
{
    std::scoped_lock first(alpha.mutex);
    std::scoped_lock second(beta.mutex);  // BUG: lock-order-inversion
    alpha.load -= 2;
    beta.load += 2;
}

static void to_alpha()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(15));
    std::scoped_lock first(beta.mutex);
    std::scoped_lock second(alpha.mutex);  // BUG: lock-order-inversion
    beta.load -= 1;
    alpha.load += 1;
}

int main()
{
    std::thread a(to_beta);
    std::thread b(to_alpha);
    a.join();
    b.join();
    std::printf("%d %d\n", alpha.load, beta.load);
}
