// The global is complete before the value is set on the promise.
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
    reply.body = "hello";
    done.set_value(1);
}

int main()
{
    std::promise<int> promise;
    std::future<int> future = promise.get_future();
    std::thread worker(fetch, std::move(promise));
    future.get();
    std::printf("%d, %zu bytes\n", reply.status, reply.body.size());
    worker.join();
}
