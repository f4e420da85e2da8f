// One thread writes an element and the other grows the vector that holds it.
#include <cstdio>
#include <thread>
#include <vector>

static std::vector<int> seats(4);

static void sell()
{
    for (int i = 0; i < 10; ++i)
        seats[1] = i;  // BUG: unlocked-global
}

static void extend()
{
    seats.push_back(7);  // BUG: unlocked-global
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
