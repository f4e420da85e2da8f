// The main thread prints the global while the worker may still be storing to it.
#include <cstdio>
#include <thread>

namespace
{
int checksum = 17;

void digest(const char *text)
{
    int sum = 0;
    while (*text)
        sum = sum * 31 + *text++;
    checksum = sum;  // BUG: unlocked-global
}
}  // namespace

int main()
{
    checksum = 0;
    std::thread worker(digest, "the quick brown fox");
    std::printf("checksum %d\n", checksum);  // BUG: unlocked-global
    worker.join();
    return 0;
}
