// Two threads write different elements of a vector whose size stays.
#include <cstdio>
#include <thread>
#include <vector>

static std::vector<int> seats(4);

static void sell()
{
    for (int i = 0; i < 10; ++i)
        seats[1] = i;
}

static void extend()
{
    seats[3] = 7;
}

int main()
{
    std::thread a(sell);
    std::thread b(extend);
    a.join();
    b.join();
    std::printf("%zu seats, last %d\n", seats.size(), seats.back());
    return 0;
}
