// The main thread prints the global only after the worker was joined.
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
    checksum = sum;
}
}  // namespace

int main()
{
    checksum = 0;
    std::thread worker(digest, "the quick brown fox");
    worker.join();
    std::printf("checksum %d\n", checksum);
    return 0;
}
