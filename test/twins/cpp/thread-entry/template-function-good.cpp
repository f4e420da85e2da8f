// A function template runs in two threads with different arguments, hence on two variables.
#include <cstdio>
#include <thread>

struct Rain
{
    static int drops;
};
struct Snow
{
    static int drops;
};

int Rain::drops = 0;
int Snow::drops = 0;

template <typename Weather>
void fall(int n)
{
    while (n-- > 0)
        Weather::drops++;
}

int main()
{
    std::thread monday(fall<Rain>, 100);
    std::thread tuesday(fall<Snow>, 50);
    monday.join();
    tuesday.join();
    std::printf("%d drops, %d flakes\n", Rain::drops, Snow::drops);
}
