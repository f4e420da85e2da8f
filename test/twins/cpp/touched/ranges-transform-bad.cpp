// missed-alarm-today: ranges::transform writes back into the global array from two threads.
#include <algorithm>
#include <array>
#include <cstdio>
#include <thread>

static std::array<int, 5> codes{72, 101, 108, 108, 111};

static int last_shifted(int by)
{
    auto &out = codes;
    const auto shift = [by](int c) { return c + by; };
    std::ranges::transform(codes, out.begin(), shift);  // BUG: unlocked-global
    return shift(out.size());
}

int main()
{
    int caesar = 0;
    int rot = 0;
    std::thread s([&caesar] { caesar = last_shifted(3); });
    std::thread t([&rot] { rot = last_shifted(13); });
    s.join();
    t.join();
    std::printf("%d %d\n", caesar, rot);
    return 0;
}
