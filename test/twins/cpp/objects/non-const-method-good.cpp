// next() of the global object is const and computes the value from its argument.
#include <cstdio>
#include <thread>

class Calendar
{
public:
    int next(int day) const
    {
        const int today = day % days_ + 1;
        return today;
    }

private:
    int days_ = 31;
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
