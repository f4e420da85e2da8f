// One scoped_lock takes both mutexes at once, named in both orders.
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
    std::scoped_lock both(alpha.mutex, beta.mutex);
    alpha.load -= 2;
    beta.load += 2;
}

static void to_alpha()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(15));
    std::scoped_lock both(beta.mutex, alpha.mutex);
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
