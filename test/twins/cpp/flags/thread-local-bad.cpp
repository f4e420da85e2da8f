// The scratch buffer is static, so both threads format into one buffer.
#include <cstddef>
#include <cstdio>
#include <thread>

static char scratch[32];

static std::size_t hex(unsigned value)
{
    std::size_t n = 0;
    do
    {
        scratch[n++] = "0123456789abcdef"[value % 16];  // BUG: unlocked-global
        value /= 16;
    } while (value && n < sizeof scratch);
    return n;
}

int main()
{
    std::size_t a = 0;
    std::size_t b = 0;
    std::thread s([&a] { a = hex(0xbeef); });
    std::thread t([&b] { b = hex(0xcafe12); });
    s.join();
    t.join();
    std::printf("%zu and %zu digits\n", a, b);
}
