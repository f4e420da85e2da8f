// Two jthreads in scopes one after the other never run at once.
#include <cstdio>
#include <thread>

namespace config
{
unsigned flags = 0;

inline void enable(unsigned bit)
{
    flags |= 1U << bit;
}
}  // namespace config

int main()
{
    {
        std::jthread audio([] { config::enable(1); });
    }
    {
        std::jthread video([] { config::enable(2); });
    }
    std::printf("flags %#x\n", config::flags);
}
