// The two flags are bit-fields in one word, so writing one also writes the other.
#include <cstdio>
#include <thread>

struct Status
{
    unsigned ready : 1;
    unsigned dirty : 1;
};

static Status status;

static void loader()
{
    status.ready = true;  // BUG: unlocked-global
}

static void editor()
{
    status.dirty = true;  // BUG: unlocked-global
}

int main()
{
    std::thread l(loader);
    std::thread e(editor);
    l.join();
    e.join();
    std::printf("ready %d, dirty %d\n", int(status.ready), int(status.dirty));
}
