// Both threads get the same global by std::ref and write through the reference parameter.
#include <cstdio>
#include <functional>
#include <thread>

static unsigned even_sum;

static void accumulate(unsigned &into, unsigned start)
{
    for (unsigned i = start; i < 100; i += 2)
        into += i;  // BUG: unlocked-global
}

int main()
{
    std::thread evens(accumulate, std::ref(even_sum), 0U);
    std::thread odds(accumulate, std::ref(even_sum), 1U);
    evens.join();
    odds.join();

    unsigned total = even_sum;
    std::printf("total %u\n", total);
    return 0;
}
