// One of the two users reads the table without going through call_once.
#include <cstdio>
#include <mutex>
#include <thread>

static std::once_flag table_flag;
static unsigned table[256];

static void build()
{
    for (unsigned i = 0; i < 256; ++i)
        table[i] = i * i % 251;  // BUG: unlocked-global
}

static unsigned checksum(unsigned start)
{
    std::call_once(table_flag, build);
    return table[start % 256] + table[(start + 1) % 256];
}

static unsigned quick_checksum(unsigned start)
{
    return table[start % 256];  // BUG: unlocked-global
}

int main()
{
    unsigned full = 0;
    std::thread t([&full] { full = checksum(17); });
    const unsigned quick = quick_checksum(17);
    t.join();
    std::printf("%u %u\n", full, quick);
    return 0;
}
