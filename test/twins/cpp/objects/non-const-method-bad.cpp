// next() of the global object changes it, although it looks like a getter.
#include <cstdio>
#include <thread>

class Calendar
{
public:
    int next(int day)
    {
        today_ = day % days_ + 1;  // BUG: unlocked-global
        return today_;             // BUG: unlocked-global
    }

private:
    int days_ = 31;
    int today_ = 1;
};

static Calendar calendar;

int main()
{
    int a = 0;
    int b = 0;
    std::thread s([&a] { a = calendar.next(31); });
    std::thread t([&b] { b = calendar.next(14); });
    s.join();
    t.join();
    std::printf("%d %d\n", a, b);
}
