// Asynchronous tasks return nothing and add to a global; main collects only the waits.
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
    std::vector<std::future<void>> parts;
    for (int i = 0; i < 4; ++i)
        parts.push_back(std::async(std::launch::async, [i] {
            primes += count_primes(i * 100, i * 100 + 100);  // BUG: unlocked-global
        }));
    for (auto &part : parts)
        part.get();
    std::printf("%ld primes\n", primes);
}
