// The value is set on the promise before the global the receiver reads is complete.
#include <cstdio>
#include <future>
#include <string>
#include <thread>
#include <utility>

struct Reply
{
    int status = 0;
    std::string body;
};

static Reply reply;

static void fetch(std::promise<int> done)
{
    reply.status = 200;
    done.set_value(1);
    reply.body = "hello";  // BUG: unlocked-global
}

int main()
{
    std::promise<int> promise;
    std::future<int> future = promise.get_future();
    std::thread worker(fetch, std::move(promise));
    future.get();
    std::printf("%d, %zu bytes\n", reply.status, reply.body.size());  // BUG: unlocked-global
    worker.join();
}
