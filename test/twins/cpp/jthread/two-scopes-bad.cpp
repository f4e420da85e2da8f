// Two jthreads in one scope run at once and write the same flags word.
#include <cstdio>
#include <thread>

namespace config
{
unsigned flags = 0;

inline void enable(unsigned bit)
{
    flags |= 1U << bit;  // BUG: unlocked-global
}
}  // namespace config

int main()
{
    {
        std::jthread audio([] { config::enable(1); });
        std::jthread video([] { config::enable(2); });
    }
    {
        std::puts("both done");
    }
    std::printf("flags %#x\n", config::flags);
}
