// Asynchronous tasks return their share, and main alone adds to the global.
#include <cstdio>
#include <future>
#include <vector>

static long primes;

static long count_primes(int from, int to)
{
    long n = 0;
    for (int c = from; c < to; ++c)
    {
        bool prime = c > 1;
        for (int d = 2; d * d <= c && prime; ++d)
            prime = c % d != 0;
        n += prime;
    }
    return n;
}

int main()
{
    std::vector<std::future<long>> parts;
    for (int i = 0; i < 4; ++i)
        parts.push_back(std::async(std::launch::async, [i] {
            return count_primes(i * 100, i * 100 + 100);
        }));
    for (auto &part : parts)
        primes += part.get();
    std::printf("%ld primes\n", primes);
}
