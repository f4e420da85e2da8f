// The two flags are bools of their own, each written by one thread.
#include <cstdio>
#include <thread>

struct Status
{
    bool ready;
    bool dirty;
};

static Status status;

static void loader()
{
    status.ready = true;
}

static void editor()
{
    status.dirty = true;
}

int main()
{
    std::thread l(loader);
    std::thread e(editor);
    l.join();
    e.join();
    std::printf("ready %d, dirty %d\n", int(status.ready), int(status.dirty));
}
